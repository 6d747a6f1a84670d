import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unpairApplication } from '#shared/applications/unpair-application.ts';
import { requestClientCredentials } from '#shared/consumers/request-client-credentials.ts';
import type { Actor } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { lastSeenOf } from '#shared/pairing/last-seen.ts';
import type { Owner, SystemAuth } from '#shared/pairing/system-auth.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anApplication, aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let alice: Actor;
let owner: Owner;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  ({ deps } = directorWorld(dynamo));
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  const tenant = aTenant();
  alice = aUser(tenant);
  owner = { tenant, kind: 'application', id: newId() };
  const application = anApplication({ tenant, id: owner.id });
  await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
});

/** Stores 2 MB of credentials, more than one query returns. */
async function storeCredentials(given: (index: number) => Partial<SystemAuth> = () => ({})): Promise<SystemAuth[]> {
  const note = 'x'.repeat(1000);
  const auths = Array.from({ length: 2000 }, (_, index) => ({ ...aSystemAuth(owner), changedBy: note, ...given(index) }));
  await storeSystemAuths(dynamo, auths);
  return auths;
}

describe('an owner with more credentials than one query answers', () => {
  it('loses every one of them when it is unpaired', async () => {
    const newest = (await storeCredentials()).at(-1) ?? expect.fail();
    expect(await deps.auths.find(owner, newest.id)).toBeDefined();
    await unpairApplication(owner.id, alice, deps);
    expect(await deps.auths.find(owner, newest.id)).toBeUndefined();
    expect(await deps.auths.listByOwner(owner)).toEqual([]);
  });

  it('gets no more OAuth clients than there may be, wherever they stand', async () => {
    await storeCredentials((index) => (index >= 1990 ? { client: { clientId: `client-${index}` } } : {}));
    await expect(requestClientCredentials('application', owner.id, alice, deps)).rejects.toMatchObject({ code: 'QuotaExceeded' });
  });

  it('was seen last when the last of them was used', async () => {
    const lastSeenAt = '2030-01-01T00:00:00.000Z';
    await storeCredentials((index) => (index === 1999 ? { lastSeenAt } : {}));
    expect(await lastSeenOf(owner, deps)).toBe(lastSeenAt);
  });
});
