import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;
let own: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  own = await oneOfEverything(alice, 'own');
});

const authsOf = async () => {
  const { application, runtime } = await alice.do(
    `{ application(id: "${own.application}") { auths { id } } runtime(id: "${own.runtime}") { auths { id } } }`,
  );
  return [...application.auths, ...runtime.auths].map(({ id }) => id);
};
const apart = () =>
  alice.do(
    `mutation { unassignFormation(objectID: "${own.runtime}", objectType: RUNTIME, formation: { name: "${own.formation}" }) { id } }`,
  );
const unpair = `mutation { unpairApplication(id: "APPLICATION") { id status { condition } auths { id } } }`;

describe('deleting a System Auth', () => {
  it('answers what it was and leaves the others', async () => {
    const { deleted } = await alice.do(
      `mutation { deleted: deleteSystemAuthForApplication(authID: "${own.applicationAuth}") { __typename id type referenceObjectId } }`,
    );
    expect(deleted).toEqual({
      __typename: 'AppSystemAuth',
      id: own.applicationAuth,
      type: 'APPLICATION',
      referenceObjectId: own.application,
    });
    expect(await authsOf()).toEqual([own.runtimeAuth]);
  });

  it('finds nothing under the id of the other kind, or a second time', async () => {
    const swapped = await alice.ask(`mutation { deleteSystemAuthForApplication(authID: "${own.runtimeAuth}") { id } }`);
    expect(swapped.errors[0]?.extensions?.error).toBe('NotFound');
    const remove = `mutation { deleteSystemAuthForRuntime(authID: "${own.runtimeAuth}") { id } }`;
    await alice.do(remove);
    expect((await alice.ask(remove)).errors[0]?.extensions?.error).toBe('NotFound');
  });

  it('is for a system itself too', async () => {
    const runtime = world.as(aSystem('runtime', own.runtime, tenant));
    await runtime.do(`mutation { deleteSystemAuthForRuntime(authID: "${own.runtimeAuth}") { id } }`);
    expect(await authsOf()).toEqual([own.applicationAuth]);
  });

  it('happens once when two ask at the same time', async () => {
    const remove = `mutation { deleteSystemAuthForRuntime(authID: "${own.runtimeAuth}") { id } }`;
    const answers = await Promise.all([alice.ask(remove), alice.ask(remove)]);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });
});

describe('unpairing an Application', () => {
  it('is refused while it is in a formation with a Runtime, which it names', async () => {
    const { errors } = await alice.ask(unpair.replace('APPLICATION', own.application));
    expect(errors).toMatchObject([{ message: expect.stringContaining(own.formation), extensions: { error: 'InvalidOperation' } }]);
    expect(await authsOf()).toContain(own.applicationAuth);
  });

  it('deletes its System Auths, ever so many, and sets its status back', async () => {
    await apart();
    await alice.do(`mutation { updateApplication(id: "${own.application}", in: { statusCondition: CONNECTED }) { id } }`);
    const owner = { tenant, kind: 'application', id: own.application } as const;
    await storeSystemAuths(
      dynamo,
      Array.from({ length: 110 }, () => aSystemAuth(owner)),
    );
    const { unpairApplication } = await alice.do(unpair.replace('APPLICATION', own.application));
    expect(unpairApplication).toEqual({ id: own.application, status: { condition: 'INITIAL' }, auths: [] });
    const left = (await everyItem(dynamo)).filter(({ type, tenant: of }) => type === 'SystemAuth' && of === tenant);
    expect(left.map(({ id }) => id).sort()).toEqual([own.runtimeAuth, own.integrationSystemAuth].sort());
  });
});
