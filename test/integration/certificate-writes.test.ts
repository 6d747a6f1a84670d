import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { days, hours, later } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { Owner, PresentedCertificate, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
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
  owner = { tenant: aTenant(), kind: 'application', id: newId() };
});

const now = new Date('2030-01-01T00:00:00.000Z');
const at = (after: number) => later(now, after).toISOString();
const known = (end = days(7)) => ({ serialNumber: '0a', issuer: 'ca', notAfter: at(end) });
const presented = (fingerprint: string, end?: number): PresentedCertificate => ({ ...known(end), fingerprint });
const certificate = (fingerprint: string, more: Partial<StoredCertificate> = {}): StoredCertificate => ({
  ...presented(fingerprint),
  generation: 1,
  notBefore: at(0),
  pem: 'PEM',
  csrDigest: 'csr',
  ...more,
});
const token = { digest: 'd', issuedAt: at(0), expiresAt: at(hours(1)), csrDigest: 'csr' };

async function stored(more: Partial<SystemAuth> = {}): Promise<SystemAuth> {
  const auth = { ...aSystemAuth(owner), ...more };
  await storeSystemAuths(dynamo, [auth]);
  return found(auth);
}
const found = async ({ id }: SystemAuth) => (await auths.find(owner, id)) ?? expect.fail('there is no such System Auth');
const itemOf = async ({ id }: SystemAuth) =>
  (
    await dynamo.client.send(
      new GetCommand({ TableName: dynamo.tableName, Key: { pk: `T#${owner.tenant}#APP#${owner.id}`, sk: `AUTH#${id}` } }),
    )
  ).Item;
const revisions = async () => [...(await dynamoConfigurationRevisions(dynamo.table).current(owner.tenant)).revision.values()];

describe('the certificate of an exchange', () => {
  it('is recorded with the token that led to it, and the System Auth does not end with the token any more', async () => {
    const auth = await stored({ token });
    expect(await itemOf(auth)).toHaveProperty('expiresAt');
    expect(await auths.commitExchange(auth, certificate('first'), now)).toBe('committed');
    expect(await found(auth)).toMatchObject({
      certificate: certificate('first'),
      token: { ...token, certificateFingerprint: 'first' },
      retired: {},
      version: auth.version + 1,
      changedBy: `application/${owner.id}`,
    });
    expect(await itemOf(auth)).not.toHaveProperty('expiresAt');
  });

  it('is the only one of its token, also for a caller that has read the first', async () => {
    const auth = await stored({ token });
    await auths.commitExchange(auth, certificate('first'), now);
    const exchanged = await found(auth);
    for (const read of [auth, exchanged])
      expect(await auths.commitExchange(read, certificate('second', { generation: 2, follows: 'first' }), now)).toEqual(exchanged);
  });

  it('is not recorded for a certificate signing request that the token was not bound to', async () => {
    const auth = await stored({ token });
    expect(await auths.commitExchange(auth, certificate('first', { csrDigest: 'other' }), now)).toEqual(auth);
  });

  it('is not recorded in a System Auth that was deleted', async () => {
    const auth = await stored({ token });
    await auths.delete(auth);
    expect(await auths.commitExchange(auth, certificate('first'), now)).toBeUndefined();
    expect(await auths.find(owner, auth.id)).toBeUndefined();
  });

  it('that the table cannot store is an error', async () => {
    const auth = await stored({ token });
    await expect(auths.commitExchange(auth, certificate('first', { pem: 'x'.repeat(500_000) }), now)).rejects.toThrow();
    expect(await found(auth)).toEqual(auth);
  });

  it('changes the configuration of the Runtimes', async () => {
    const auth = await stored({ token });
    expect(await revisions()).toEqual([]);
    await auths.commitExchange(auth, certificate('first'), now);
    expect(await revisions()).toHaveLength(1);
  });
});

describe('the certificate of a renewal', () => {
  const second = certificate('second', { generation: 2, follows: 'first' });

  it('is the latest, and the one before stays in use', async () => {
    const auth = await stored({ certificate: certificate('first') });
    expect(await auths.commitRenewal(auth, 'first', second, now)).toBe('committed');
    const { certificate: latest, retired, version } = await found(auth);
    expect([latest, version]).toEqual([second, auth.version + 1]);
    expect(retired).toEqual({ first: { ...known(), generation: 1 } });
  });

  it('is recorded once where the answer of the table is lost, and the write is sent again', async () => {
    const auth = await stored({ certificate: certificate('first') });
    const through = await losingTable(dynamo);
    try {
      const renewing = () => dynamoSystemAuths(through.table).commitRenewal(auth, 'first', second, now);
      expect(await through.losing(renewing)).toEqual({ result: 'committed', lost: 1 });
    } finally {
      await through.stop();
    }
    expect(await found(auth)).toMatchObject({ certificate: second, version: auth.version + 1 });
  });

  it('takes the place of one that was never used, which is out of use from then on', async () => {
    const auth = await stored({ certificate: second, retired: { first: { ...known(), generation: 1 } } });
    expect(await auths.commitRenewal(auth, 'first', certificate('third', { generation: 3, follows: 'first' }), now)).toBe('committed');
    expect((await found(auth)).retired).toEqual({
      first: { ...known(), generation: 1 },
      second: { ...known(), generation: 2, replaced: true },
    });
  });

  it.each<[string, Partial<SystemAuth>, string]>([
    ['once another is the latest', { certificate: certificate('other', { generation: 2 }) }, 'first'],
    ['once the presented one is revoked', { certificate: certificate('first'), revoked: { first: known() } }, 'first'],
  ])('is not recorded %s', async (_, more, fingerprint) => {
    const auth = await stored(more);
    expect(await auths.commitRenewal({ ...auth, certificate: certificate('first') }, fingerprint, second, now)).toEqual(auth);
  });

  it('does not take the place of one that is in use by now', async () => {
    const auth = await stored({ certificate: { ...second, usedAt: at(0) } });
    const { usedAt: _, ...unused } = auth.certificate ?? expect.fail();
    const third = certificate('third', { generation: 3, follows: 'first' });
    expect(await auths.commitRenewal({ ...auth, certificate: unused }, 'first', third, now)).toEqual(auth);
  });

  it('leaves the latest fifty in use that have not ended, and no trace of those that ended', async () => {
    const many = (prefix: string, first: number, count: number, end: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, { ...known(end), generation: first + n }]));
    const valid = many('valid', 1, 52, days(7));
    const ended = many('ended', 101, 10, -days(2));
    const auth = await stored({
      certificate: certificate('first', { generation: 200 }),
      retired: { ...ended, ...valid },
      revoked: { ...many('r', 0, 1, -days(2)), kept: known() },
      suspected: { s: { ...known(-days(2)), reason: 'REPLACED' }, kept: { ...known(), reason: 'REPLACED' } },
    });
    await auths.commitRenewal(auth, 'first', { ...second, generation: 201 }, now);
    const { retired, revoked, suspected } = await found(auth);
    const { valid0: _, valid1: __, valid2: ___, ...latest } = valid;
    expect(retired).toEqual({ ...latest, first: { ...known(), generation: 200 } });
    expect([Object.keys(revoked), Object.keys(suspected)]).toEqual([['kept'], ['kept']]);
  });
});

describe('a suspicion', () => {
  it('is noted once, and those of certificates that ended are gone', async () => {
    const auth = await stored({ suspected: { s: { ...known(-days(2)), reason: 'REPLACED' } } });
    await auths.suspect(auth, presented('copied'), 'OLDER_GENERATION', now);
    const noted = { ...known(), reason: 'OLDER_GENERATION' };
    expect(await found(auth)).toMatchObject({ version: auth.version + 1, changedBy: `application/${owner.id}` });
    expect((await found(auth)).suspected).toEqual({ copied: noted });
    await auths.suspect(auth, presented('copied'), 'REPLACED', now);
    expect((await found(auth)).suspected).toEqual({ copied: noted });
  });

  it('makes no System Auth of one that was deleted', async () => {
    const auth = await stored();
    await auths.delete(auth);
    await auths.suspect(auth, presented('copied'), 'OLDER_GENERATION', now);
    expect(await auths.find(owner, auth.id)).toBeUndefined();
  });
});

describe('the revocation of a certificate', () => {
  it('takes the token with it, and leaves the latest certificate as it is', async () => {
    const auth = await stored({ certificate: certificate('second'), token, revoked: { r: known(-days(2)) } });
    await auths.revoke(auth, presented('first'), now);
    const after = await found(auth);
    expect(after).toMatchObject({ version: auth.version + 1, changedBy: `application/${owner.id}`, certificate: certificate('second') });
    expect([after.token, after.revoked]).toEqual([undefined, { first: known() }]);
  });

  it('finds nothing where the System Auth was deleted', async () => {
    const auth = await stored();
    await auths.delete(auth);
    const gone = { code: 'NotFound', details: expect.objectContaining({ object: 'systemAuth', ID: auth.id }) };
    await expect(auths.revoke(auth, presented('first'), now)).rejects.toMatchObject(gone);
    await expect(auths.delete(auth)).rejects.toMatchObject(gone);
  });

  it('changes the configuration of the Runtimes only if it ends credentials that were made with it', async () => {
    const [auth, other] = [await stored(), await stored()];
    await auths.revoke(other, presented('first'), now);
    expect(await revisions()).toEqual([]);
    const child = await stored({ origin: { kind: 'application', id: owner.id, authId: auth.id, fingerprint: 'first' } });
    await auths.revoke(auth, presented('first'), now);
    expect(await revisions()).toHaveLength(1);
    expect((await auths.listByOwner(owner)).map(({ id }) => id)).not.toContain(child.id);
  });
});
