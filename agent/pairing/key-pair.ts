import type { webcrypto } from 'node:crypto';

export const keyTypes = ['ec-p256', 'rsa-2048'] as const;
export type KeyType = (typeof keyTypes)[number];

const algorithms = {
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'rsa-2048': { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
} as const;

export async function newKeyPair(type: KeyType): Promise<webcrypto.CryptoKeyPair> {
  return await crypto.subtle.generateKey(algorithms[type], true, ['sign', 'verify']);
}

/** PKCS #8 in PEM. */
export async function privateKeyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}
