import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoApplications } from '#shared/applications/application-repository.dynamo.ts';
import { storedToken } from '#shared/pairing/issue-one-time-token.ts';
import { newSecret } from '#shared/pairing/one-time-token.ts';
import type { Owner, SystemAuth } from '#shared/pairing/system-auth.ts';
import { dynamoSystemAuths } from '#shared/pairing/system-auth-repository.dynamo.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let connector: ConnectorWorld;
let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
});
afterAll(() => connector.stop());

const auths = () => dynamoSystemAuths(dynamo.table);
const now = () => connector.deps.clock().toISOString();
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
    expect(await auths().listOf(orphan.owner)).toEqual([]);
  });

  it('is listed with those of its owner only', async () => {
    const [one, other] = [await connector.invite(), await connector.invite()];
    const second = await connector.invite('application', one.owner);
    const ids = (await auths().listOf(one.owner)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([one.authId, second.authId]));
    expect(ids).not.toContain(other.authId);
  });

  it('is not brought back by anything that happens after its owner was unregistered', async () => {
    const auth = await stored();
    await connector.unregister(auth.owner);
    const token = storedToken(newSecret(), connector.deps.clock(), 1000);
    const certificate = { generation: 1, fingerprint: 'ab', serialNumber: '1', notBefore: now(), notAfter: now(), pem: 'pem' };
    expect(await code(auths().replaceToken(auth.owner, auth.id, token))).toBe('NotFound');
    expect(await code(auths().revoke(auth.owner, auth.id, 'ab', now()))).toBe('NotFound');
    expect(await code(auths().commitExchange(auth.owner, auth.id, 'digest', certificate))).toBe('ConcurrentUpdate');
    expect(await code(auths().commitRenewal(auth.owner, auth.id, { ...certificate, generation: 2 }, 'ab'))).toBe('ConcurrentUpdate');
    expect(await code(auths().connect(auth, now()))).toBe('CertificateInvalid');
    expect(await auths().exchangeToken(auth.owner, auth.id, 'digest', token)).toBeUndefined();
    expect(await auths().reserveToken(auth.owner, auth.id, { digest: 'd', csrDigest: 'c', now: now() })).toBeUndefined();
    await auths().removeToken(auth.owner, auth.id);
    await auths().touch(auth, now());
    await auths().forgetContact(auth.owner);
    expect(await connector.stored()).not.toContain(auth.id);
  });

  it('is forgotten by the table when nobody completes the pairing, and kept once it has a certificate', async () => {
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
    const { certificate } = (await auths().find(owner, authId)) ?? expect.fail('the System Auth is not there');
    if (!certificate) return expect.fail('there is no certificate');
    await auths().revoke(owner, authId, certificate.fingerprint, certificate.notAfter);
    const next = { ...certificate, generation: 2, fingerprint: 'other' };
    expect(await code(auths().commitRenewal(owner, authId, next, certificate.fingerprint))).toBe('ConcurrentUpdate');
    expect((await auths().find(owner, authId))?.certificate?.generation).toBe(1);
  });

  it('goes with its owner, however many there are', async () => {
    const { owner } = await connector.invite();
    await Promise.all(Array.from({ length: 120 }, () => connector.invite('application', owner)));
    await connector.unregister(owner);
    expect(await auths().listOf(owner)).toEqual([]);
  });

  it('counts its changes in its version, all but those of its last contact', async () => {
    const auth = await stored();
    await auths().touch(auth, now());
    expect((await auths().find(auth.owner, auth.id))?.version).toBe(1);
    await auths().revoke(auth.owner, auth.id, 'ab', now());
    await auths().removeToken(auth.owner, auth.id);
    expect(await auths().find(auth.owner, auth.id)).toMatchObject({ version: 3, revoked: { ab: now() }, lastSeenAt: now() });
    expect((await auths().find(auth.owner, auth.id))?.token).toBeUndefined();
  });
});

describe('the first contact', () => {
  const application = ({ owner }: SystemAuth) => dynamoApplications(dynamo.table).get(owner.tenant, owner.id);

  it('sets the status of the owner once, however many requests come first', async () => {
    const auth = await stored();
    await Promise.all(Array.from({ length: 16 }, () => auths().connect(auth, now())));
    expect(await application(auth)).toMatchObject({ status: { condition: 'CONNECTED', timestamp: now() }, version: 2 });
    expect(await auths().find(auth.owner, auth.id)).toMatchObject({ connected: true, lastSeenAt: now() });
  });

  it('of a second System Auth leaves a connected owner as it is', async () => {
    const auth = await stored();
    const { authId } = await connector.invite('application', { ...auth.owner, kind: 'application' });
    await auths().connect(auth, now());
    await auths().connect({ ...auth, id: authId }, now());
    expect((await application(auth)).version).toBe(2);
    expect((await auths().find(auth.owner, authId))?.connected).toBe(true);
  });

  it('counts as the first again once it was forgotten', async () => {
    const auth = await stored();
    await auths().connect(auth, now());
    await auths().forgetContact(auth.owner);
    expect((await auths().find(auth.owner, auth.id))?.connected).toBe(false);
  });
});
