import { createDecipheriv } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import type { Sealer } from '../core/sealer.ts';

/** Seals with AES-256-GCM under a key of 32 bytes, as a compact JWE whose protected header names the context. */
export function jweSealer(key: () => Promise<Uint8Array>): Sealer {
  return {
    seal: async (context, plaintext) =>
      new CompactEncrypt(Buffer.from(plaintext)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ctx: context }).encrypt(await key()),
    open: async (context, sealed) => opened(context, sealed, await key()),
  };
}

/** Bytes of the authentication tag. A shorter one is easier to forge. */
const tagLength = 16;

/**
 * Opens a JWE that was made here (RFC 7516, 5.2), of no other form. jose does it in a thread of its pool, at ten times the processor time, and each
 * delivery opens one.
 */
function opened(context: string, sealed: string, key: Uint8Array): string {
  const [header = '', wrappedKey, iv = '', ciphertext = '', tag = '', ...rest] = sealed.split('.');
  const { alg, enc, ctx, ...others } = JSON.parse(textOf(header)) as Readonly<Record<string, unknown>>;
  const isOurs = alg === 'dir' && enc === 'A256GCM' && wrappedKey === '' && rest.length === 0 && Object.keys(others).length === 0;
  if (!isOurs) throw new Error('the text was not sealed here');
  const plaintext = decrypted({ header, iv, ciphertext, tag }, key);
  if (ctx !== context) throw new Error('the text was sealed for another object');
  return plaintext;
}

type Parts = Readonly<Record<'header' | 'iv' | 'ciphertext' | 'tag', string>>;

function decrypted({ header, iv, ciphertext, tag }: Parts, key: Uint8Array): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(ciphertext, 'base64url'), decipher.final()]).toString();
  } catch (cause) {
    throw new Error('decryption operation failed', { cause });
  }
}

const textOf = (part: string): string => Buffer.from(part, 'base64url').toString();
