import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { deriveSecret, digestOf, formatToken, newSecret, type OneTimeToken, parseToken } from '#shared/pairing/one-time-token.ts';

const tokens: fc.Arbitrary<OneTimeToken> = fc.record({
  owner: fc.record({
    tenant: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/).map(tenantId),
    kind: fc.constantFrom('application' as const, 'runtime' as const),
    id: fc.uuid(),
  }),
  authId: fc.uuid(),
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
});

describe('a token', () => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.property(tokens, (token) => {
        expect(parseToken(formatToken(token))).toEqual(token);
      }),
    );
  });

  it('is refused when any one character is another', async () => {
    await fc.assert(
      fc.property(tokens, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (token, place, character) => {
        const text = formatToken(token);
        const at = place % text.length;
        fc.pre(text[at] !== character);
        expect(parseToken(text.slice(0, at) + character + text.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when two neighbours changed places, or a character is missing or doubled', async () => {
    await fc.assert(
      fc.property(tokens, fc.nat(), (token, place) => {
        const text = formatToken(token);
        const at = place % (text.length - 1);
        const [one, other] = [text[at] ?? '', text[at + 1] ?? ''];
        const [before, after] = [text.slice(0, at), text.slice(at + 2)];
        if (one !== other) expect(parseToken(before + other + one + after)).toBeUndefined();
        expect(parseToken(before + other + after)).toBeUndefined();
        expect(parseToken(before + one + one + other + after)).toBeUndefined();
      }),
    );
  });

  it('is refused when something stands before or behind it', async () => {
    await fc.assert(
      fc.property(tokens, fc.stringMatching(/^[0-9a-f._-]{1,9}$/), (token, more) => {
        expect(parseToken(formatToken(token) + more)).toBeUndefined();
        expect(parseToken(more + formatToken(token))).toBeUndefined();
      }),
    );
  });

  it('is refused when it is made up', async () => {
    await fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseToken(text)).toBeUndefined();
      }),
    );
  });

  it('may carry blanks around it, as copied text does', async () => {
    await fc.assert(
      fc.property(tokens, (token) => {
        expect(parseToken(` ${formatToken(token)}\n`)).toEqual(token);
      }),
    );
  });

  it('says by its prefix what it is, for those who scan for secrets', async () => {
    await fc.assert(
      fc.property(tokens, (token) => {
        expect(formatToken(token)).toMatch(token.owner.kind === 'application' ? /^cmp_app_[\w.-]+$/ : /^cmp_rt_[\w.-]+$/);
      }),
    );
  });

  it('is unreadable, not an error, where its tenant or owner is none', () => {
    const token = {
      owner: { tenant: tenantId('t'), kind: 'runtime', id: crypto.randomUUID() },
      authId: crypto.randomUUID(),
      secret: newSecret(),
    } as const;
    expect(parseToken(formatToken({ ...token, owner: { ...token.owner, tenant: '#' as never } }))).toBeUndefined();
    expect(parseToken(formatToken({ ...token, owner: { ...token.owner, tenant: '' as never } }))).toBeUndefined();
  });
});

describe('a secret', () => {
  it('has 256 bits and never comes twice', () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    expect(secrets.every(({ length }) => length === 32)).toBe(true);
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1000);
  });

  it('is stored as its SHA-256', () => {
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('leads to the next one only together with the salt, and cannot be distinguished from it', () => {
    const secret = newSecret();
    expect(deriveSecret(secret, 'salt')).toEqual(deriveSecret(secret, 'salt'));
    expect(deriveSecret(secret, 'salt')).not.toEqual(deriveSecret(secret, 'other'));
    expect(deriveSecret(secret, 'salt')).not.toEqual(deriveSecret(newSecret(), 'salt'));
    expect(deriveSecret(secret, 'salt')).toHaveLength(32);
  });
});
