// @peculiar/x509 fails to load without it; so this file is the only one that imports either.
import 'reflect-metadata';

// biome-ignore lint/performance/noBarrelFile: the library with its polyfill, for those that build or read certificates
export * from '@peculiar/x509';
