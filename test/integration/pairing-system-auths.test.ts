import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, later, minutes } from '#shared/core/clock.ts';
import { storedToken } from '#shared/pairing/issue-one-time-token.ts';
import { newSecret } from '#shared/pairing/one-time-token.ts';
import type { Owner, SystemAuth } from '#shared/pairing/system-auth.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { type ConnectorWorld, configurationQuery, decode, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let connector: ConnectorWorld;
let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
});
afterAll(() => connector.stop());

const auths = () => dynamoSystemAuths(dynamo.table);
const now = () => connector.deps.clock().toISOString();
const date = () => connector.deps.clock();
const known = (fingerprint = 'ab', notAfter = now()) => ({ fingerprint, serialNumber: '1', issuer: 'ca', notAfter });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? error,
  );

async function stored() {
  const { owner, authId } = await connector.invite();
  return (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
}

describe('a System Auth', () => {
  it('is not made for an owner that does not exist', async () => {
    const { owner, ...auth } = await stored();
    const orphan: SystemAuth = { ...auth, id: randomUUID(), owner: { ...owner, id: randomUUID() } };
    expect(await code(auths().insert(orphan))).toBe('NotFound');
    expect(await auths().listByOwner(orphan.owner)).toEqual([]);
  });

  it('is listed with those of its owner only', async () => {
    const [one, other] = [await connector.invite(), await connector.invite()];
    const second = await connector.invite('application', one.owner);
    const ids = (await auths().listByOwner(one.owner)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([one.authId, second.authId]));
    expect(ids).not.toContain(other.authId);
  });

  it('is not brought back by anything that happens after its owner was unregistered', async () => {
    const auth = await stored();
    await connector.unregister(auth.owner);
    const token = storedToken(newSecret(), connector.deps.clock(), 1000);
    const presented = known();
    const certificate = { ...presented, generation: 1, notBefore: now(), pem: 'pem', csrDigest: 'csr' };
    expect(await code(auths().replaceToken(auth, token, presented))).toBe('NotFound');
    expect(await code(auths().replaceToken({ ...auth, certificate: { ...certificate, follows: 'aa' } }, token, presented))).toBe(
      'NotFound',
    );
    expect(await code(auths().giveToken(auth, token, undefined, 'user/admin'))).toBe('NotFound');
    expect(await code(auths().revoke(auth, presented, date()))).toBe('NotFound');
    expect(await auths().commitExchange(auth, certificate, date())).toBeUndefined();
    expect(await auths().commitRenewal({ ...auth, certificate }, 'ab', { ...certificate, generation: 2 }, date())).toBeUndefined();
    await auths().suspect(auth, presented, 'OLDER_GENERATION', date());
    await auths().touch(auth, now(), 'ab');
    expect(await code(auths().connect(auth, now(), date()))).toBe('CertificateInvalid');
    expect(await auths().exchangeToken(auth.owner, auth.id, 'digest', token)).toBeUndefined();
    const reservation = { digest: 'd', csrDigest: 'c', keyThumbprint: 'k', now: now() };
    expect(await auths().reserveToken(auth.owner, auth.id, reservation)).toEqual({ refused: undefined });
    await auths().removeToken(auth.owner, auth.id);
    await auths().touch(auth, now());
    await auths().forgetContact(auth.owner);
    expect(await connector.stored()).not.toContain(auth.id);
  });

  it('is removed by the table when the pairing is not completed, and kept once it has a certificate', async () => {
    const pending = await connector.invite();
    const paired = await connector.pair();
    const expiry = async (owner: Owner, id: string) => {
      const key = { pk: `T#${owner.tenant}#APP#${owner.id}`, sk: `AUTH#${id}` };
      return (await dynamo.client.send(new GetCommand({ TableName: dynamo.tableName, Key: key }))).Item?.expiresAt;
    };
    expect(await expiry(pending.owner, pending.authId)).toBeGreaterThan(Date.parse(pending.expiresAt) / 1000);
    expect(await expiry(paired.owner, paired.authId)).toBeUndefined();
  });

  it('takes no renewal by a certificate that was revoked while it was under way', async () => {
    const { owner, authId } = await connector.pair();
    const auth = (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
    if (!auth.certificate) return expect.fail('there is no certificate');
    const { fingerprint } = auth.certificate;
    await auths().revoke(auth, auth.certificate, date());
    const next = { ...auth.certificate, generation: 2, fingerprint: 'other', follows: fingerprint };
    expect(await auths().commitRenewal(auth, fingerprint, next, date())).toMatchObject({ certificate: { generation: 1 } });
    expect((await auths().find(owner, authId))?.certificate?.generation).toBe(1);
  });

  it('takes no other certificate instead of one that was used at the same moment', async () => {
    const { owner, authId } = await connector.pair();
    const found = async () => (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
    const { certificate: first = expect.fail('there is no certificate'), ...auth } = await found();
    const second = { ...first, generation: 2, fingerprint: 'second', follows: first.fingerprint };
    expect(await auths().commitRenewal({ ...auth, certificate: first }, first.fingerprint, second, date())).toBe('committed');
    const asRead = await found();
    await auths().touch(asRead, now(), 'second');
    const instead = { ...second, generation: 3, fingerprint: 'instead' };
    expect(await auths().commitRenewal(asRead, first.fingerprint, instead, date())).toMatchObject({ certificate: { generation: 2 } });
    const next = { ...second, generation: 3, fingerprint: 'next', follows: 'second' };
    expect(await auths().commitRenewal(asRead, 'second', next, date())).toBe('committed');
  });

  it('gives no token of an administrator to a pairing that is completed at the same moment', async () => {
    const { owner, authId, token } = await connector.invite();
    const asRead = (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    expect((await connector.sign(token, encoded)).error).toBeUndefined();
    const another = storedToken(newSecret(), date(), 1000);
    expect(await code(auths().giveToken(asRead, another, undefined, 'user/admin'))).toBe('ConcurrentUpdate');
  });

  it('records the first use of a certificate where it replaced another, by a request for a token too', async () => {
    const { owner, authId, certificate } = await connector.pair('runtime');
    const usedAt = async () => (await auths().find(owner, authId))?.certificate?.usedAt;
    await connector.call(configurationQuery, { certificate });
    expect(await usedAt()).toBeUndefined();
    const { encoded } = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
    const { data } = await connector.call(signMutation, { certificate, variables: { csr: encoded } });
    expect(await usedAt()).toBeUndefined();
    await connector.call(configurationQuery, { certificate: decode(data.result.clientCertificate) });
    expect(await usedAt()).toBe(now());
  });

  it('forgets what it knows of certificates a day after they expired, and the oldest of more than fifty', async () => {
    const { owner, authId } = await connector.pair();
    const found = async () => (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
    const soon = later(date(), minutes(1)).toISOString();
    await auths().revoke(await found(), known('aa', soon), date());
    await auths().suspect(await found(), known('aa', soon), 'OLDER_GENERATION', date());
    const renewTo = async (fingerprint: string, notAfter: string, at = date()) => {
      const auth = await found();
      if (!auth.certificate) return expect.fail('there is no certificate');
      const { generation, fingerprint: follows } = auth.certificate;
      const next = { ...auth.certificate, ...known(fingerprint, notAfter), generation: generation + 1, follows };
      expect(await auths().commitRenewal(auth, follows, next, at)).toBe('committed');
    };
    await renewTo('short', soon);
    await renewTo('long', later(date(), days(9)).toISOString());
    expect(Object.keys((await found()).retired)).toContain('short');
    expect(await found()).toMatchObject({ revoked: { aa: { notAfter: soon } }, suspected: { aa: { reason: 'OLDER_GENERATION' } } });
    for (let index = 0; index < 51; index++) await renewTo(`f${index}`, later(date(), days(9)).toISOString(), later(date(), days(2)));
    const { revoked, suspected, retired } = await found();
    expect([revoked, suspected]).toEqual([{}, {}]);
    expect(new Set(Object.keys(retired))).toEqual(new Set(Array.from({ length: 50 }, (_, index) => `f${index}`)));
  });

  it('goes with its owner, however many there are', async () => {
    const { owner } = await connector.invite();
    await storeSystemAuths(
      dynamo,
      Array.from({ length: 120 }, () => aSystemAuth(owner)),
    );
    await connector.unregister(owner);
    expect(await auths().listByOwner(owner)).toEqual([]);
  });

  it('counts its changes in its version, all but those of its last contact', async () => {
    const auth = await stored();
    await auths().touch(auth, now());
    expect((await auths().find(auth.owner, auth.id))?.version).toBe(1);
    await auths().revoke(auth, known(), date());
    await auths().removeToken(auth.owner, auth.id);
    expect(await auths().find(auth.owner, auth.id)).toMatchObject({
      version: 3,
      revoked: { ab: { serialNumber: '1', issuer: 'ca', notAfter: now() } },
      lastSeenAt: now(),
    });
    expect((await auths().find(auth.owner, auth.id))?.token).toBeUndefined();
  });
});

describe('the first contact', () => {
  const application = ({ owner }: SystemAuth) => dynamoApplications(dynamo.table).get(owner.tenant, owner.id);

  it('sets the status of the owner once, however many requests come first', async () => {
    const auth = await stored();
    await Promise.all(Array.from({ length: 16 }, () => auths().connect(auth, now(), date())));
    expect(await application(auth)).toMatchObject({ status: { condition: 'CONNECTED', timestamp: now() }, version: 2 });
    expect(await auths().find(auth.owner, auth.id)).toMatchObject({ connected: true, lastSeenAt: now() });
  });

  it('of a second System Auth leaves a connected owner as it is', async () => {
    const auth = await stored();
    const { authId } = await connector.invite('application', { ...auth.owner, kind: 'application' });
    await auths().connect(auth, now(), date());
    await auths().connect({ ...auth, id: authId }, now(), date());
    expect((await application(auth)).version).toBe(2);
    expect((await auths().find(auth.owner, authId))?.connected).toBe(true);
  });

  it('counts as the first again once it was forgotten', async () => {
    const auth = await stored();
    await auths().connect(auth, now(), date());
    await auths().forgetContact(auth.owner);
    expect((await auths().find(auth.owner, auth.id))?.connected).toBe(false);
  });
});
