import { describe, expect, it } from 'vitest';
import { hours, later, minutes } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { nextToken, nextTokenForCertificate } from '#shared/pairing/next-token.ts';
import { digestOf, newSecret, parseToken } from '#shared/pairing/one-time-token.ts';
import type { Origin } from '#shared/pairing/origin.ts';
import { issueTokenForReturn, reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import type { Owner, StoredCertificate, StoredToken, SystemAuth } from '#shared/pairing/system-auth.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const clock = () => now;
const lifetimes = { application: minutes(5), runtime: hours(1) };
const ofRuntime: Owner = { tenant: tenantId('acme'), kind: 'runtime', id: newId() };
const ofApplication: Owner = { ...ofRuntime, kind: 'application' };
const alice: Origin = { kind: 'user', id: 'alice' };
const secretOf = (token: string) => parseToken(token)?.secret ?? expect.fail('the token is not well-formed');
const lifeOf = (kind: Owner['kind']) => ({ issuedAt: now.toISOString(), expiresAt: later(now, lifetimes[kind]).toISOString() });
const certificate: StoredCertificate = {
  generation: 1,
  fingerprint: 'first',
  serialNumber: '0a',
  issuer: 'ca',
  notBefore: now.toISOString(),
  notAfter: now.toISOString(),
  pem: 'PEM',
  csrDigest: 'csr',
};
const { generation: _, notBefore: __, pem: ___, csrDigest: ____, ...presented } = certificate;

describe('a new pairing', () => {
  const pairing = async (owner: Owner, ...limits: Parameters<typeof issueOneTimeToken>[3][]) => {
    const inserted: SystemAuth[] = [];
    const auths = { insert: async (auth: SystemAuth) => void inserted.push(auth) };
    const issued = await issueOneTimeToken(owner, alice, { auths, clock, lifetimes }, ...limits);
    return { issued, stored: inserted[0] ?? expect.fail('nothing was stored') };
  };

  it.each([ofRuntime, ofApplication])('is a token for its System Auth, and no more: $kind', async (owner) => {
    const { issued, stored } = await pairing(owner);
    const { issuedAt, expiresAt } = lifeOf(owner.kind);
    expect(parseToken(issued.token)).toMatchObject({ owner, authId: issued.authId });
    expect(issued).toEqual({ token: issued.token, authId: stored.id, createdAt: issuedAt, expiresAt });
    expect(stored).toStrictEqual({
      id: issued.authId,
      owner,
      origin: alice,
      version: 1,
      createdAt: issuedAt,
      token: { digest: digestOf(secretOf(issued.token)), issuedAt, expiresAt },
      retired: {},
      revoked: {},
      suspected: {},
      connected: false,
      changedBy: 'user/alice',
    });
  });

  it('keeps its limits: the key that may be used, and the scopes that its holder has', async () => {
    const { stored } = await pairing(ofRuntime, { keyThumbprint: 'key', scopes: ['runtime:read'] });
    expect(stored).toMatchObject({ tokenTerms: { keyThumbprint: 'key' }, scopes: ['runtime:read'] });
    expect(stored).not.toHaveProperty('keyThumbprint');
  });
});

describe('another token of an administrator', () => {
  const giving = async (found: SystemAuth | undefined, owner = ofRuntime, ...key: string[]) => {
    const given: unknown[] = [];
    const auths = { find: async () => found, giveToken: async (...all: unknown[]) => void given.push(all) };
    return { issued: await reissueOneTimeToken(owner, found?.id ?? 'gone', 'user/alice', { auths, clock, lifetimes }, ...key), given };
  };
  const auth = aSystemAuth(ofRuntime);

  it('is for the System Auth that is there, with the key that is named', async () => {
    for (const [key, terms] of [
      [['key'], { keyThumbprint: 'key' }],
      [[], undefined],
    ] as const) {
      const { issued, given } = await giving(auth, ofRuntime, ...key);
      const { issuedAt, expiresAt } = lifeOf('runtime');
      expect(parseToken(issued.token)).toMatchObject({ owner: ofRuntime, authId: auth.id });
      expect(issued).toMatchObject({ authId: auth.id, createdAt: issuedAt, expiresAt });
      expect(given).toEqual([[auth, { digest: digestOf(secretOf(issued.token)), issuedAt, expiresAt }, terms, 'user/alice']]);
    }
  });

  it('is not for what is gone, nor for an OAuth client', async () => {
    await expect(giving(undefined)).rejects.toMatchObject({ code: 'NotFound', details: { object: 'systemAuth', ID: 'gone' } });
    const client = { code: 'InvalidOperation', message: expect.stringContaining('is an OAuth client and cannot use a one-time token') };
    await expect(giving({ ...auth, client: { clientId: 'c' } })).rejects.toMatchObject(client);
  });
});

describe('the token of an owner that returns', () => {
  const returning = async (...all: SystemAuth[]) => {
    const done: string[] = [];
    const auths = {
      listByOwner: async () => [...all],
      find: async (_owner: object, id: string) => all.find((one) => one.id === id),
      giveToken: async ({ id }: SystemAuth, _token: StoredToken, terms: object | undefined, by: string) =>
        void done.push(`give ${id} ${terms} ${by}`),
      insert: async () => void done.push('insert'),
    };
    const { authId } = await issueTokenForReturn(ofRuntime, alice, { auths, clock, lifetimes });
    return [authId, ...done];
  };
  const idOf = (letter: string) => `${letter.repeat(8)}-0000-4000-8000-000000000000`;
  const used = (letter: string, lastSeenAt?: string, more: Partial<SystemAuth> = {}): SystemAuth => ({
    ...aSystemAuth(ofRuntime),
    id: idOf(letter),
    certificate,
    ...(lastSeenAt && { lastSeenAt }),
    ...more,
  });

  it('is for the System Auth that was used last, and of those that never were for the last by id', async () => {
    const gave = (letter: string) => [idOf(letter), `give ${idOf(letter)} undefined user/alice`];
    expect(await returning(used('a', '2030-01-02'), used('c', '2030-01-01'), used('b'))).toEqual(gave('a'));
    expect(await returning(used('c', '2030-01-01'), used('a', '2030-01-02'))).toEqual(gave('a'));
    expect(await returning(used('b'), used('c'), used('a'))).toEqual(gave('c'));
    expect(await returning(used('b', '2030-01-01'), used('c'))).toEqual(gave('b'));
  });

  it('is for a new one where none had a certificate that its owner did not ask for itself', async () => {
    const derived = used('d', '2030-01-09', { origin: { kind: 'runtime', id: ofRuntime.id, authId: idOf('a') } });
    const { certificate: _, ...pending } = used('e', '2030-01-09');
    expect((await returning(derived, pending)).slice(1)).toEqual(['insert']);
    expect((await returning()).slice(1)).toEqual(['insert']);
    expect((await returning(derived, pending, used('a')))[0]).toBe(idOf('a'));
  });
});

describe('the next token', () => {
  const first = { owner: ofRuntime, authId: newId(), secret: newSecret() };
  const digest = digestOf(first.secret);
  const invalid = {
    code: 'TokenInvalid',
    message: 'Failed to authenticate request. Token authentication error: the one-time token is unknown, used or expired',
  };

  /** Asks for the next token and returns it with what was to be stored. */
  const asking = async (key: string | undefined, outcome: 'committed' | SystemAuth | undefined, at = now) => {
    const stored: [string, StoredToken][] = [];
    const exchangeToken = async (_: object, __: string, presentedDigest: string, next: StoredToken) => {
      stored.push([presentedDigest, next]);
      return outcome;
    };
    const auths = { exchangeToken, replaceToken: async () => undefined };
    const token = await nextToken(first, key, { auths, clock: () => at, lifetimes });
    return { token, stored: stored[0] ?? expect.fail('nothing was stored') };
  };
  const refused = (key: string | undefined, outcome: SystemAuth | undefined, at?: Date) =>
    expect(asking(key, outcome, at)).rejects.toMatchObject(invalid);

  it('is one for the same System Auth, instead of the one that is presented', async () => {
    const { token, stored } = await asking(undefined, 'committed');
    expect(parseToken(token)).toMatchObject({ owner: ofRuntime, authId: first.authId });
    expect(secretOf(token)).not.toEqual(first.secret);
    expect(stored).toEqual([digest, { digest: digestOf(secretOf(token)), ...lifeOf('runtime'), derivation: undefined }]);
  });

  it('is another each time, unless the same caller asks again with its key while it is valid', async () => {
    const [one, other] = [await asking('key', 'committed'), await asking('key', 'committed')];
    expect(one.token).not.toBe(other.token);
    const { derivation } = one.stored[1];
    expect(derivation).toMatchObject({ digest, keyDigest: digestOf('key') });
    const found = { ...aSystemAuth(ofRuntime), token: one.stored[1] };
    expect((await asking('key', found)).token).toBe(one.token);
    await refused('other', found);
    await refused(undefined, found);
    await refused('key', { ...found, token: { ...one.stored[1], derivation: { ...(derivation ?? expect.fail()), digest: 'another' } } });
    await refused('key', { ...found, token: { ...one.stored[1], derivation: undefined } as StoredToken });
    const { expiresAt } = one.stored[1];
    expect((await asking('key', found, later(new Date(expiresAt), -1))).token).toBe(one.token);
    await refused('key', found, new Date(expiresAt));
  });

  it('is refused where there is none, or no System Auth', async () => {
    for (const key of ['key', undefined]) {
      await refused(key, undefined);
      await refused(key, aSystemAuth(ofRuntime));
    }
  });

  it('of a holder of a certificate takes the place of the one before, under the name of its owner', async () => {
    const auth = aSystemAuth(ofApplication);
    const replaced: unknown[] = [];
    const auths = { exchangeToken: async () => undefined, replaceToken: async (...all: unknown[]) => void replaced.push(all) };
    const holder = { ...presented, owner: ofApplication };
    const token = await nextTokenForCertificate(auth, holder, { auths, clock, lifetimes });
    expect(parseToken(token)).toMatchObject({ owner: ofApplication, authId: auth.id });
    expect(replaced).toEqual([[auth, { digest: digestOf(secretOf(token)), ...lifeOf('application') }, holder]]);
  });
});
