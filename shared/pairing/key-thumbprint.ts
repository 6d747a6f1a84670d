import { createHash } from 'node:crypto';
import { invalidData } from '../core/errors.ts';

/** SHA-256 of a public key's DER encoding (SubjectPublicKeyInfo), as base64url without padding. Identifies the key that a token is bound to. */
export const thumbprintOf = (subjectPublicKeyInfo: Uint8Array): string =>
  createHash('sha256').update(subjectPublicKeyInfo).digest('base64url');

/** Reads a thumbprint of a caller; throws InvalidData for a malformed one. */
export function keyThumbprint(given: string | null | undefined): string | undefined {
  if (given === null || given === undefined) return undefined;
  const bytes = Buffer.from(given, 'base64url');
  if (bytes.length === 32 && bytes.toString('base64url') === given) return given;
  throw invalidData('OneTimeToken', { keyThumbprint: 'must be the SHA-256 of a SubjectPublicKeyInfo as base64url' });
}
