import { createHash } from 'node:crypto';
import { loadedAtFirstUse } from '../core/loaded-at-first-use.ts';
import { onceResolved } from '../core/once.ts';
import type { Sealer } from '../core/sealer.ts';

/** Seals under a key from Secrets Manager, which is read once per process. Most requests touch no credential: the code is loaded at first use. */
export const secretsManagerSealer = (secretId: string): Sealer =>
  loadedAtFirstUse(async () => {
    const [{ jweSealer }, { secretText }] = await Promise.all([import('./jwe-sealer.ts'), import('./secret-text.ts')]);
    return jweSealer(onceResolved(async () => keyOf(await secretText(secretId))));
  }, ['seal', 'open']);

/** The secret may be any text of enough entropy: its SHA-256 is the key. */
function keyOf(secret: string | undefined): Uint8Array {
  if (!secret || secret.length < 32) throw new Error('the sealing key must be a text of 32 characters or more');
  return createHash('sha256').update(secret).digest();
}
