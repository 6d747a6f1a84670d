// @peculiar/x509 does not load without it. No other file imports either of them.
import 'reflect-metadata';

// biome-ignore lint/performance/noBarrelFile: the library with its polyfill, for those that build or read certificates
export * from '@peculiar/x509';
