import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { days, epochSeconds, hours, later } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { Owner, StoredCertificate, StoredToken, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { losingTable } from '#test/support/lost-answers.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let auths: SystemAuthRepository;
let owner: Owner;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  auths = dynamoSystemAuths(dynamo.table);
  owner = { tenant: aTenant(), kind: 'runtime', id: newId() };
});

const now = new Date('2030-01-01T00:00:00.000Z');
const at = (after: number) => later(now, after).toISOString();
const aToken = (digest: string, more: Partial<StoredToken> = {}): StoredToken => ({
  digest,
  issuedAt: at(0),
  expiresAt: at(hours(1)),
  ...more,
});
const known = { serialNumber: '0a', issuer: 'ca', notAfter: at(days(7)) };
const presented = { ...known, fingerprint: 'first' };
const certificate: StoredCertificate = { ...presented, generation: 1, notBefore: at(0), pem: 'PEM', csrDigest: 'csr' };

async function stored(more: Partial<SystemAuth> = {}): Promise<SystemAuth> {
  const auth = { ...aSystemAuth(owner), ...more };
  await storeSystemAuths(dynamo, [auth]);
  return found(auth);
}
const found = async ({ id }: SystemAuth) => (await auths.find(owner, id)) ?? expect.fail('there is no such System Auth');
const gone = async (): Promise<SystemAuth> => {
  const auth = await stored();
  await auths.delete(auth);
  return auth;
};
const endOf = async ({ id }: SystemAuth) => {
  const Key = { pk: `T#${owner.tenant}#RT#${owner.id}`, sk: `AUTH#${id}` };
  return (await dynamo.client.send(new GetCommand({ TableName: dynamo.tableName, Key }))).Item?.expiresAt;
};
const itself = () => ({ changedBy: `runtime/${owner.id}` });
const notFound = (id: string) => ({ code: 'NotFound', details: { object: 'systemAuth', ID: id } });

describe('a token', () => {
  it('is exchanged for the next one, once', async () => {
    const auth = await stored({ token: aToken('d') });
    expect(await auths.exchangeToken(owner, auth.id, 'd', aToken('next'))).toBe('committed');
    expect(await found(auth)).toMatchObject({ token: aToken('next'), version: auth.version + 1, ...itself() });
    const exchanged = await found(auth);
    expect(await auths.exchangeToken(owner, auth.id, 'd', aToken('other'))).toEqual(exchanged);
  });

  it.each<[string, StoredToken | undefined]>([
    ['it is another one', aToken('other')],
    ['it has expired', aToken('d', { expiresAt: at(0) })],
    ['it is bound to a certificate signing request', aToken('d', { usedAt: at(0), csrDigest: 'csr' })],
    ['it was taken away', undefined],
  ])('is not exchanged where %s', async (_, token) => {
    const auth = await stored({ ...(token && { token }) });
    expect(await auths.exchangeToken(owner, auth.id, 'd', aToken('next'))).toEqual(auth);
  });

  it('is exchanged once where the answer of the table is lost, and the write is sent again', async () => {
    const auth = await stored({ token: aToken('d') });
    const through = await losingTable(dynamo);
    try {
      const exchanging = () => dynamoSystemAuths(through.table).exchangeToken(owner, auth.id, 'd', aToken('next'));
      expect(await through.losing(exchanging)).toEqual({ result: 'committed', lost: 1 });
    } finally {
      await through.stop();
    }
    expect(await found(auth)).toMatchObject({ token: aToken('next'), version: auth.version + 1 });
  });

  it('of a System Auth that was deleted is exchanged for nothing', async () => {
    const { id } = await gone();
    expect(await auths.exchangeToken(owner, id, 'd', aToken('next'))).toBeUndefined();
    expect(await auths.find(owner, id)).toBeUndefined();
  });

  it('is gone when it is taken away, and nothing comes back of what was deleted', async () => {
    const auth = await stored({ token: aToken('d') });
    await auths.removeToken(owner, auth.id);
    expect(await found(auth)).toMatchObject({ version: auth.version + 1 });
    expect((await found(auth)).token).toBeUndefined();
    const { id } = await gone();
    await auths.removeToken(owner, id);
    expect(await auths.find(owner, id)).toBeUndefined();
  });
});

describe('a token for a certificate signing request', () => {
  const reservation = { digest: 'd', csrDigest: 'csr', keyThumbprint: 'key', now: at(hours(0.5)) };

  it('is bound to it, and to no other from then on', async () => {
    const auth = await stored({ token: aToken('d') });
    const outcome = await auths.reserveToken(owner, auth.id, reservation);
    const bound = { ...aToken('d'), csrDigest: 'csr', usedAt: reservation.now };
    expect(outcome).toMatchObject({ reserved: { token: bound, version: auth.version + 1, ...itself() } });
    const again = await auths.reserveToken(owner, auth.id, { ...reservation, now: at(hours(0.6)) });
    expect(again).toMatchObject({ reserved: { token: bound } });
    const after = await found(auth);
    expect(await auths.reserveToken(owner, auth.id, { ...reservation, csrDigest: 'other' })).toEqual({ refused: after });
  });

  it.each<[string, Partial<SystemAuth>]>([
    ['another token', { token: aToken('other') }],
    ['a token that has expired', { token: aToken('d', { expiresAt: reservation.now }) }],
    ['no token', {}],
    ['a token for another key', { token: aToken('d'), tokenTerms: { keyThumbprint: 'other' } }],
  ])('is refused as %s', async (_, more) => {
    const auth = await stored(more);
    expect(await auths.reserveToken(owner, auth.id, reservation)).toEqual({ refused: auth });
  });

  it('may be for a certain key, and is refused where nothing is left', async () => {
    const auth = await stored({ token: aToken('d'), tokenTerms: { keyThumbprint: 'key' } });
    expect(await auths.reserveToken(owner, auth.id, reservation)).toHaveProperty('reserved');
    const { id } = await gone();
    expect(await auths.reserveToken(owner, id, reservation)).toEqual({ refused: undefined });
  });
});

describe('a token for a holder of a certificate', () => {
  const next = aToken('next', { issuedAt: at(hours(2)), expiresAt: at(hours(3)) });

  it.each<[string, Partial<SystemAuth>]>([
    ['there is none', {}],
    ['there is one that was used', { token: aToken('d', { expiresAt: at(hours(9)), usedAt: at(0) }) }],
    ['there is one that has expired', { token: aToken('d', { expiresAt: next.issuedAt }) }],
    ['there is one that a holder got', { token: aToken('d', { expiresAt: at(hours(9)) }), tokenTerms: { presented } }],
  ])('is stored where %s', async (_, more) => {
    const auth = await stored({ certificate, ...more });
    await auths.replaceToken(auth, next, { ...presented, ...{ pem: 'not kept' } });
    expect(await found(auth)).toMatchObject({ token: next, version: auth.version + 1, ...itself() });
    expect((await found(auth)).tokenTerms).toEqual({ presented });
  });

  it.each<[string, Partial<SystemAuth>]>([
    ['a valid one of an administrator', { token: aToken('d', { expiresAt: at(hours(9)) }) }],
    [
      'a valid one of an administrator for a certain key',
      { token: aToken('d', { expiresAt: at(hours(9)) }), tokenTerms: { keyThumbprint: 'k' } },
    ],
    ['a revocation of the certificate', { revoked: { first: known } }],
  ])('does not replace %s', async (_, more) => {
    const auth = await stored({ certificate, ...more });
    await auths.replaceToken(auth, next, presented);
    expect(await found(auth)).toEqual(auth);
  });

  it('is a use of the certificate, which is noted if that follows another', async () => {
    const [first, second] = [await stored({ certificate }), await stored({ certificate: { ...certificate, follows: 'zeroth' } })];
    for (const auth of [first, second]) await auths.replaceToken(auth, next, presented);
    expect((await found(first)).certificate?.usedAt).toBeUndefined();
    expect((await found(second)).certificate?.usedAt).toBe(next.issuedAt);
    const latest = await stored({ certificate: { ...certificate, fingerprint: 'second', follows: 'first' } });
    await auths.replaceToken({ ...latest, certificate: { ...certificate, follows: 'zeroth' } }, next, presented);
    expect((await found(latest)).certificate?.usedAt).toBeUndefined();
  });

  it('needs the System Auth', async () => {
    const auth = await gone();
    await expect(auths.replaceToken(auth, next, presented)).rejects.toMatchObject(notFound(auth.id));
  });
});

describe('a token of an administrator', () => {
  const next = aToken('next', { issuedAt: at(hours(2)), expiresAt: at(hours(3)) });

  it('replaces every other one with its terms, and lengthens the life of a pairing', async () => {
    const auth = await stored({ token: aToken('d', { expiresAt: at(hours(9)) }), tokenTerms: { presented } });
    await auths.giveToken(auth, next, { keyThumbprint: 'key' }, 'user/alice');
    expect(await found(auth)).toMatchObject({ token: next, version: auth.version + 1, changedBy: 'user/alice' });
    expect((await found(auth)).tokenTerms).toEqual({ keyThumbprint: 'key' });
    expect(await endOf(auth)).toBe(epochSeconds(later(now, hours(4) + days(1))));
    await auths.giveToken(await found(auth), next, undefined, 'user/alice');
    expect((await found(auth)).tokenTerms).toBeUndefined();
  });

  it('gives no end to a System Auth with a certificate', async () => {
    const auth = await stored({ certificate });
    await auths.giveToken(auth, next, undefined, 'user/alice');
    expect([(await found(auth)).token, await endOf(auth)]).toEqual([next, undefined]);
  });

  it('is not given to what got its first certificate meanwhile, nor to what was deleted', async () => {
    const { certificate: _, ...unpaired } = await stored({ certificate });
    await expect(auths.giveToken(unpaired, next, undefined, 'user/alice')).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    expect((await found(unpaired)).token).toBeUndefined();
    const auth = await gone();
    for (const read of [auth, { ...auth, certificate }])
      await expect(auths.giveToken(read, next, undefined, 'user/alice')).rejects.toMatchObject(notFound(auth.id));
  });
});
