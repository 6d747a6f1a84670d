import { CompactEncrypt, type CryptoKey, compactDecrypt } from 'jose';
import type { Sealer } from '../core/sealer.ts';

/** Seals with AES-256-GCM under a key of 32 bytes, as a compact JWE whose protected header names the context. */
export function jweSealer(key: () => Promise<Uint8Array | CryptoKey>): Sealer {
  return {
    seal: async (context, plaintext) =>
      new CompactEncrypt(Buffer.from(plaintext)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ctx: context }).encrypt(await key()),
    open: async (context, sealed) => {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, await key(), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      if (protectedHeader.ctx !== context) throw new Error('the text was sealed for another object');
      return Buffer.from(plaintext).toString();
    },
  };
}
