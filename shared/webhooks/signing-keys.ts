import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** `SYMMETRIC`: HMAC-SHA256 with a shared secret, `v1`. `ASYMMETRIC`: Ed25519, `v1a`; the receiver has the public key alone. */
export const signatureSchemes = ['SYMMETRIC', 'ASYMMETRIC'] as const;
export type SignatureScheme = (typeof signatureSchemes)[number];

/** A key in the notation of Standard Webhooks: a prefix, and bytes in base64. */
export interface SigningKey {
  /** `whsec_` and 32 random bytes; or `whsk_` and an Ed25519 seed with its public key behind it, 64 bytes. */
  readonly secret: string;
  /** `whpk_` and the 32 bytes of the public key, for the asymmetric scheme. */
  readonly publicKey?: string;
}

const secretPrefix = 'whsec_';
const privatePrefix = 'whsk_';
const publicPrefix = 'whpk_';

export function newSigningKey(scheme: SignatureScheme): SigningKey {
  if (scheme === 'SYMMETRIC') return { secret: secretPrefix + randomBytes(32).toString('base64') };
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const [seed, publicKey] = [Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')];
  return {
    secret: privatePrefix + Buffer.concat([seed, publicKey]).toString('base64'),
    publicKey: publicPrefix + publicKey.toString('base64'),
  };
}

export const isPrivateKey = (secret: string): boolean => secret.startsWith(privatePrefix);

/** The bytes of a key without its prefix. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(secret.indexOf('_') + 1), 'base64');

export function privateKeyOf(secret: string): KeyObject {
  const bytes = keyOf(secret);
  const [d, x] = [bytes.subarray(0, 32), bytes.subarray(32)].map((part) => part.toString('base64url'));
  return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
}
