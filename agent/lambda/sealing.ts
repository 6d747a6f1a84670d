import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** Bytes, as NIST SP 800-38D recommends for random values; a Runtime seals a handful of texts in its life. */
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts and authenticates a text together with the item that it belongs to, so that no sealed text works in another item. */
export function seal(key: Buffer, text: string, item: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(item));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined for what was not sealed with this key for this item. */
export function unseal(key: Buffer, sealed: Buffer, item: string): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(item));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
