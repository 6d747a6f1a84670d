import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unpairApplication } from '#shared/applications/unpair-application.ts';
import { requestClientCredentials } from '#shared/consumers/request-client-credentials.ts';
import type { Actor } from '#shared/core/actor.ts';
import { hours, later, minutes } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { type Limits, quotas } from '#shared/core/quotas.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import type { Owner, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { credentialQuota } from '#shared/table/pairing/credential-quota.dynamo.ts';
import { systemAuthEntity } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anApplication, aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let alice: Actor;
let owner: Owner;
let now: Date;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  ({ deps } = directorWorld(dynamo, { clock: () => now }));
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  now = new Date('2030-01-01T00:00:00.000Z');
  const tenant = aTenant();
  alice = aUser(tenant);
  owner = { tenant, kind: 'application', id: newId() };
  const application = anApplication({ tenant, id: owner.id });
  await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
});

const { pendingPairings, credentials, oauthClients } = quotas;
const pass = (milliseconds: number) => {
  now = later(now, milliseconds);
};
const issue = async () => (await issueOneTimeToken(owner, { kind: 'user', id: 'alice' }, deps)).authId;
const request = async () => (await requestClientCredentials('application', owner.id, alice, deps)).id;
const stored = async () => (await deps.auths.listByOwner(owner)).map(({ id }) => id).sort();
const each = async <T>(length: number, run: (index: number) => Promise<T>): Promise<T[]> => {
  const done: T[] = [];
  for (let index = 0; index < length; index += 1) done.push(await run(index));
  return done;
};
const refused = (quota: string) => ({ code: 'QuotaExceeded', message: expect.stringContaining(quota) });

const aCertificate = (id: string): StoredCertificate => ({
  generation: 1,
  fingerprint: id,
  serialNumber: '1',
  issuer: 'ca',
  notBefore: now.toISOString(),
  notAfter: later(now, hours(1)).toISOString(),
  pem: 'pem',
  csrDigest: 'csr',
});

/** The table of a deployment with other limits. */
const limitedTo = (limits: Partial<Limits>) => controlPlaneTable(dynamo.client, dynamo.tableName, { ...dynamo.table.limits, ...limits });

/** Completes a pairing. */
async function pair(): Promise<string> {
  const id = await issue();
  const auth = (await deps.auths.find(owner, id)) ?? expect.fail();
  const digest = auth.token?.digest ?? expect.fail();
  const reservation = { digest, csrDigest: 'csr', keyThumbprint: 'key', now: now.toISOString() };
  expect(await deps.auths.reserveToken(owner, id, reservation)).toHaveProperty('reserved');
  expect(await deps.auths.commitExchange(auth, aCertificate(id), now)).toBe('committed');
  return id;
}

/** Sends requests at the same moment and returns the ids of those that were granted. */
async function atOnce(length: number, ask: () => Promise<string>) {
  const answers = await Promise.allSettled(Array.from({ length }, ask));
  const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  // Who met the others too often is told so, and may ask again.
  expect(reasons.filter((code) => code !== 'QuotaExceeded' && code !== 'ConcurrentUpdate')).toEqual([]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])).sort();
}

describe('pairings that were not completed', () => {
  it('are as many as there may be, and no more', async () => {
    await each(pendingPairings.max, issue);
    await expect(issue()).rejects.toMatchObject(refused('20 pairings'));
    expect(await stored()).toHaveLength(pendingPairings.max);
  });

  it('are no more than there may be when many are begun at once, before and after they are counted anew', async () => {
    const granted = await atOnce(pendingPairings.max + 10, issue);
    expect(granted.length).toBeLessThanOrEqual(pendingPairings.max);
    expect(await stored()).toEqual(granted);
    pass(hours(1));
    const further = await atOnce(pendingPairings.max + 10, issue);
    expect(further.length).toBeGreaterThan(0);
    expect(await stored()).toEqual(expect.arrayContaining(further));
    await atOnce(pendingPairings.max, issue);
    expect((await stored()).length).toBeLessThanOrEqual(pendingPairings.max);
  });

  it('make room when they are completed', async () => {
    const ids = await each(pendingPairings.max, pair);
    const id = await issue();
    expect(await stored()).toEqual([...ids, id].sort());
  });

  it('make room when their tokens have expired, and are deleted then', async () => {
    await each(pendingPairings.max, issue);
    pass(minutes(5));
    await expect(issue()).rejects.toMatchObject(refused('20 pairings'));
    pass(minutes(1));
    expect(await stored()).toHaveLength(pendingPairings.max);
    const id = await issue();
    expect(await stored()).toEqual([id]);
  });

  it('make room when they are deleted, by a caller or by the table', async () => {
    const [first = '', second = ''] = await each(pendingPairings.max, issue);
    await deps.auths.delete((await deps.auths.find(owner, first)) ?? expect.fail());
    await issue();
    await expect(issue()).rejects.toMatchObject(refused('20 pairings'));
    const key = { pk: `T#${owner.tenant}#APP#${owner.id}`, sk: `AUTH#${second}` };
    await dynamo.client.send(new DeleteCommand({ TableName: dynamo.tableName, Key: key }));
    await issue();
    expect(await stored()).toHaveLength(pendingPairings.max);
  });

  it('are not deleted while an administrator has given them another token', async () => {
    const [id = ''] = await each(pendingPairings.max, issue);
    pass(hours(1));
    const auth = (await deps.auths.find(owner, id)) ?? expect.fail();
    const expiresAt = later(now, minutes(5)).toISOString();
    await deps.auths.giveToken(auth, { digest: 'd', issuedAt: now.toISOString(), expiresAt }, undefined, 'user/alice');
    const other = await issue();
    expect(await stored()).toEqual([id, other].sort());
  });

  it('are not deleted when they get another token, or their certificate, after they were read', async () => {
    const [given = '', paired = ''] = await each(3, issue);
    const read = await deps.auths.listByOwner(owner);
    pass(hours(1));
    const token = { digest: 'd', issuedAt: now.toISOString(), expiresAt: later(now, minutes(5)).toISOString() };
    const of = async (id: string) => (await deps.auths.find(owner, id)) ?? expect.fail();
    await deps.auths.giveToken(await of(given), token, undefined, 'user/alice');
    const { token: _, ...first } = await of(paired);
    await storeSystemAuths(dynamo, [{ ...first, certificate: aCertificate(paired) }]);
    const reads = [read];
    const listByOwner: typeof deps.auths.listByOwner = async (of) => reads.shift() ?? deps.auths.listByOwner(of);
    const quota = credentialQuota(limitedTo({ pendingPairings: 2 }), systemAuthEntity(dynamo.table), { listByOwner });
    await quota.store({ ...aSystemAuth(owner), createdAt: now.toISOString() }, []);
    expect(await stored()).toEqual([given, paired].sort());
  });

  it('of earlier code, which were not counted, are counted once there seems to be no more room', async () => {
    await storeSystemAuths(
      dynamo,
      Array.from({ length: credentials.max }, (): SystemAuth => ({ ...aSystemAuth(owner), certificate: aCertificate('ab') })),
    );
    await each(pendingPairings.max, issue);
    await expect(issue()).rejects.toMatchObject(refused('50 credentials'));
  });
});

describe('credentials', () => {
  it('are as many as there may be, of whatever kind', async () => {
    await each(oauthClients.max, request);
    await each(credentials.max - oauthClients.max, pair);
    await expect(issue()).rejects.toMatchObject(refused('50 credentials'));
    const [id = ''] = await stored();
    await deps.auths.delete((await deps.auths.find(owner, id)) ?? expect.fail());
    await issue();
  });

  it('are ended to the last by unpairing, those too that are added in its middle, and may be as many again', async () => {
    await each(pendingPairings.max, issue);
    pass(hours(1));
    let added = 0;
    const unpair: typeof deps.applications.unpair = async (...args) => {
      if (added++ === 0) await issue();
      await deps.applications.unpair(...args);
    };
    await unpairApplication(owner.id, alice, { ...deps, applications: { ...deps.applications, unpair } });
    expect(await stored()).toEqual([]);
    expect(added).toBe(2);
    await each(pendingPairings.max, issue);
    await expect(issue()).rejects.toMatchObject(refused('20 pairings'));
  });
});

describe('OAuth clients', () => {
  it('are no more than there may be when many are asked for at once', async () => {
    const granted = await atOnce(oauthClients.max + 10, request);
    expect(granted.length).toBeLessThanOrEqual(oauthClients.max);
    expect(await stored()).toEqual(granted);
  });
});

describe('another owner', () => {
  it('is not limited by what the first one has', async () => {
    await each(pendingPairings.max, issue);
    const id = newId();
    const application = anApplication({ tenant: owner.tenant, id, name: 'other' });
    await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
    owner = { ...owner, id };
    await issue();
  });
});
