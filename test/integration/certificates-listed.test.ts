import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consumerScopes } from '#shared/authorization/scopes.ts';
import { days, later } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { AuthOwner, SystemAuth } from '#shared/pairing/system-auth.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { anIntegrationSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth, certified } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;
let application: AuthOwner;
let runtime: AuthOwner;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  const made = await alice.do(
    'mutation { application: registerApplication(in: { name: "shop" }) { id } runtime: registerRuntime(in: { name: "place" }) { id } }',
  );
  application = { tenant, kind: 'application', id: made.application.id };
  runtime = { tenant, kind: 'runtime', id: made.runtime.id };
});

const now = new Date('2030-01-01T00:00:00.000Z');
const inDays = (number: number) => later(now, days(number)).toISOString();
const known = (number: number) => ({ serialNumber: '0b', issuer: 'ca', notAfter: inDays(number) });

async function store(owner: AuthOwner, ends: number, more: Partial<SystemAuth> = {}): Promise<SystemAuth> {
  const auth = { ...certified(aSystemAuth(owner), inDays(ends)), ...more };
  await storeSystemAuths(dynamo, [auth]);
  return auth;
}

const fields = 'data { fingerprint state notAfter ownerName systemAuth { id type referenceObjectId } } pageInfo { endCursor hasNextPage }';
const list = async (given = '', caller = alice) => (await caller.do(`{ page: certificates${given} { ${fields} } }`)).page;
const idsOf = (page: { data: { systemAuth: { id: string } }[] }) => page.data.map(({ systemAuth }) => systemAuth.id);

describe('the certificates of a tenant', () => {
  it('are listed with their owners, the first to end first', async () => {
    const late = await store(application, 20);
    const early = await store(runtime, 10);
    await storeSystemAuths(dynamo, [aSystemAuth(application)]);
    const { data } = await list();
    expect(data).toEqual([
      {
        fingerprint: early.id,
        state: 'LATEST',
        notAfter: inDays(10),
        ownerName: 'place',
        systemAuth: { id: early.id, type: 'RUNTIME', referenceObjectId: runtime.id },
      },
      {
        fingerprint: late.id,
        state: 'LATEST',
        notAfter: inDays(20),
        ownerName: 'shop',
        systemAuth: { id: late.id, type: 'APPLICATION', referenceObjectId: application.id },
      },
    ]);
  });

  it('are not those of another tenant', async () => {
    await store(application, 10);
    expect((await list('', world.as(aUser(aTenant())))).data).toEqual([]);
  });

  it('come in pages that together have each once, also where several end at once', async () => {
    const stored = [];
    for (const ends of [1, 1, 1, 2, 3]) stored.push((await store(application, ends)).id);
    const found: string[] = [];
    let cursor = '';
    for (let more = true; more; ) {
      const page = await list(`(first: 2${cursor && `, after: "${cursor}"`})`);
      found.push(...idsOf(page));
      ({ endCursor: cursor, hasNextPage: more } = page.pageInfo);
    }
    expect([...found].sort()).toEqual([...stored].sort());
  });

  it('are filtered by their end', async () => {
    const [, second] = [await store(application, 1), await store(application, 2), await store(application, 3)];
    expect(idsOf(await list(`(filter: { from: "${inDays(2)}", to: "${inDays(2)}" })`))).toEqual([second.id]);
    expect(idsOf(await list(`(filter: { from: "${inDays(4)}", to: "${inDays(2)}" })`))).toEqual([]);
  });

  it('are filtered by clone suspicions, which name their reason', async () => {
    await store(application, 1);
    const suspect = await store(runtime, 2, { suspected: { abc: { ...known(1), reason: 'REPLACED' } } });
    expect(idsOf(await list('(filter: { suspected: true })'))).toEqual([suspect.id]);
    const { found } = await alice.do(
      `{ found: systemAuth(id: "${suspect.id}") { cloneSuspicions { fingerprint serialNumber issuer notAfter reason } } }`,
    );
    expect(found.cloneSuspicions).toEqual([{ fingerprint: 'abc', ...known(1), reason: 'REPLACED' }]);
  });

  it('are those of Applications alone for a caller who may not read the credentials of Runtimes', async () => {
    const [own] = [await store(application, 1), await store(runtime, 2)];
    expect(consumerScopes.integration_system).not.toContain('runtime.auths:read');
    expect(idsOf(await list('', world.as(anIntegrationSystem(tenant))))).toEqual([own.id]);
  });

  it('name no owner to a caller who may not read it', async () => {
    await store(application, 1);
    const reader = world.as(aUser(tenant, ['application.auths:read']));
    expect((await list('', reader)).data[0].ownerName).toBeNull();
  });

  it('move when they are renewed, and go with their credential', async () => {
    const { renewals, first } = { renewals: dynamoSystemAuths(dynamo.table), first: await store(application, 1) };
    const second = await store(application, 2);
    const stored = await renewals.find(application, first.id);
    if (!stored?.certificate) return expect.fail('it was not stored');
    const next = { ...stored.certificate, generation: 2, fingerprint: 'next', follows: first.id, notAfter: inDays(90) };
    await renewals.commitRenewal(stored, first.id, next, now);
    expect(idsOf(await list())).toEqual([second.id, first.id]);
    await renewals.delete(second);
    expect((await list()).data).toMatchObject([{ fingerprint: 'next', notAfter: inDays(90) }]);
  });
});

describe('the certificates of a credential', () => {
  it('are the latest and the earlier ones with what became of them', async () => {
    const auth = await store(application, 30, {
      retired: {
        beside: { ...known(20), generation: 3 },
        instead: { ...known(10), generation: 2, replaced: true },
        gone: { ...known(25), generation: 1 },
      },
      revoked: { gone: known(25), older: { ...known(5), serialNumber: 'unknown', issuer: 'unknown' } },
    });
    const { found } = await alice.do(
      `{ found: systemAuth(id: "${auth.id}") { certificates { fingerprint serialNumber issuer notBefore notAfter state } } }`,
    );
    const one = (fingerprint: string, ends: number, state: string) => ({ fingerprint, ...known(ends), notBefore: null, state });
    expect(found.certificates).toEqual([
      { ...one(auth.id, 30, 'LATEST'), serialNumber: '0a', notBefore: expect.any(String) },
      one('gone', 25, 'REVOKED'),
      one('beside', 20, 'EARLIER'),
      one('instead', 10, 'REPLACED'),
      { ...one('older', 5, 'REVOKED'), serialNumber: null, issuer: null },
    ]);
  });

  it('say that the latest is revoked', async () => {
    const auth = await store(application, 30);
    await dynamoSystemAuths(dynamo.table).revoke(auth, { ...known(30), fingerprint: auth.id }, now);
    expect((await list()).data).toMatchObject([{ state: 'REVOKED' }]);
  });

  it('are none of an OAuth client', async () => {
    const { made } = await alice.do(
      `mutation { made: requestClientCredentialsForApplication(id: "${application.id}") { certificates { fingerprint } cloneSuspicions { reason } } }`,
    );
    expect(made).toEqual({ certificates: [], cloneSuspicions: [] });
  });
});
