import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyThumbprint, thumbprintOf } from '#shared/pairing/key-thumbprint.ts';

const key = Buffer.from('a public key');
const thumbprint = createHash('sha256').update(key).digest('base64url');
const message = 'Invalid data OneTimeToken [keyThumbprint=must be the SHA-256 of a SubjectPublicKeyInfo as base64url]';

describe('the thumbprint of a key', () => {
  it('is its SHA-256 as base64url without padding', () => {
    expect(thumbprintOf(key)).toBe(thumbprint);
    expect(keyThumbprint(thumbprint)).toBe(thumbprint);
  });

  it.each([null, undefined])('need not be given: %s', (given) => {
    expect(keyThumbprint(given)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['one that is too short', thumbprint.slice(0, -1)],
    ['one that is too long', `${thumbprint}AAAA`],
    ['padding', `${thumbprint}=`],
    ['the plain alphabet of base64', `+/${thumbprint.slice(2)}`],
    ['blanks', ` ${thumbprint}`],
  ])('cannot be %s', (_, given) => {
    expect(() => keyThumbprint(given)).toThrow(expect.objectContaining({ code: 'InvalidData', message }));
  });
});
