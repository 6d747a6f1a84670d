import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { assignFormation, unassignFormation } from '#shared/formations/assign-formation.ts';
import type { Formation, FormationMember } from '#shared/formations/formation.ts';
import { assignmentSteps } from '#shared/table/formations/assignment-steps.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aFormation, anApplication, aRuntime } from '#test/support/registry-builders.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let tenant: TenantId;
let formation: Formation;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  ({ deps } = directorWorld(dynamo));
  tenant = aTenant();
  formation = aFormation({ tenant });
  await deps.formations.insert(formation);
});

const member = (objectType: FormationMember['objectType'], objectId: string): FormationMember => ({
  tenant,
  formationId: formation.id,
  formationName: formation.name,
  objectType,
  objectId,
  version: 1,
  changedBy: 'user/alice',
});

async function applications(count: number): Promise<string[]> {
  const made = Array.from({ length: count }, () => anApplication({ tenant, name: `app-${randomUUID()}` }));
  await Promise.all(made.map((application) => deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] })));
  return made.map(({ id }) => id).sort();
}

const assign = (objectId: string, objectType: 'APPLICATION' | 'RUNTIME' = 'APPLICATION') => ({
  formation: formation.name,
  objectType,
  objectId,
});
const memberships = {
  findMemberships: (type: 'APPLICATION' | 'RUNTIME', id: string) =>
    type === 'APPLICATION' ? deps.applications.find(tenant, id) : deps.runtimes.find(tenant, id),
};
const counted = async () => {
  const { applicationCount, runtimeCount } = (await deps.formations.find(tenant, formation.id)) ?? {};
  return { applicationCount, runtimeCount };
};
const memberIds = async (type: 'APPLICATION' | 'RUNTIME') =>
  (await deps.formations.listMembers(tenant, formation.id, type, { first: 200 })).data.map(({ objectId }) => objectId);

describe('an assignment', () => {
  it('shows on both sides and in the count', async () => {
    const [id = ''] = await applications(1);
    await deps.formations.assign(member('APPLICATION', id), new Date());
    expect((await deps.applications.get(tenant, id)).formations).toEqual({ [formation.id]: formation.name });
    expect(await memberIds('APPLICATION')).toEqual([id]);
    expect(await counted()).toEqual({ applicationCount: 1, runtimeCount: 0 });
  });

  it('changes nothing when it is repeated, nor does its end', async () => {
    const [id = ''] = await applications(1);
    for (const change of [assignFormation, unassignFormation]) {
      await change(assign(id), aUser(tenant), { ...deps, ...memberships });
      const once = await everyItem(dynamo);
      await change(assign(id), aUser(tenant), { ...deps, ...memberships });
      expect(await everyItem(dynamo)).toEqual(once);
    }
    expect(await counted()).toEqual({ applicationCount: 0, runtimeCount: 0 });
  });

  it('of 20 objects at once keeps the count right', async () => {
    const ids = await applications(20);
    await Promise.all(ids.map((id) => assignFormation(assign(id), aUser(tenant), { ...deps, ...memberships })));
    expect(await counted()).toEqual({ applicationCount: 20, runtimeCount: 0 });
    expect(await memberIds('APPLICATION')).toEqual(ids);
    await Promise.all(ids.slice(0, 10).map((id) => unassignFormation(assign(id), aUser(tenant), { ...deps, ...memberships })));
    expect(await counted()).toEqual({ applicationCount: 10, runtimeCount: 0 });
    expect(await memberIds('APPLICATION')).toEqual(ids.slice(10));
  });

  it('made 10 times at once counts once', async () => {
    const [id = ''] = await applications(1);
    await Promise.all(Array.from({ length: 10 }, () => assignFormation(assign(id), aUser(tenant), { ...deps, ...memberships })));
    expect(await counted()).toEqual({ applicationCount: 1, runtimeCount: 0 });
  });

  it('tells Applications and Runtimes apart', async () => {
    const [id = ''] = await applications(1);
    const runtime = aRuntime({ tenant });
    await deps.runtimes.insert(runtime, []);
    await deps.formations.assign(member('APPLICATION', id), new Date());
    await deps.formations.assign(member('RUNTIME', runtime.id), new Date());
    expect(await counted()).toEqual({ applicationCount: 1, runtimeCount: 1 });
    expect(await memberIds('RUNTIME')).toEqual([runtime.id]);
  });

  it('of what is gone leaves nothing behind', async () => {
    await expect(deps.formations.assign(member('APPLICATION', newId()), new Date())).rejects.toMatchObject({ code: 'NotFound' });
    await expect(deps.formations.assign(member('RUNTIME', newId()), new Date())).rejects.toMatchObject({ code: 'NotFound' });
    expect(await counted()).toEqual({ applicationCount: 0, runtimeCount: 0 });
    const [id = ''] = await applications(1);
    await deps.formations.delete(formation);
    await expect(deps.formations.assign(member('APPLICATION', id), new Date())).rejects.toMatchObject({
      code: 'NotFound',
      details: { object: 'formation', ID: formation.id },
    });
    expect((await deps.applications.get(tenant, id)).formations).toEqual({});
  });

  it('counts once, and ends once, whatever was read before', async () => {
    const steps = assignmentSteps(dynamo.table);
    const one = member('RUNTIME', newId());
    for (const [change, runtimeCount] of [
      [async (joining: FormationMember) => steps.add(joining), 1],
      [(leaving: FormationMember) => steps.removeAll([leaving]), 0],
    ] as const) {
      await transact(await change(one));
      await expect(transact(await change(one))).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
      expect(await counted()).toEqual({ applicationCount: 0, runtimeCount });
    }
    expect(await deps.formations.find(tenant, formation.id)).toMatchObject({ version: 3, changedBy: one.changedBy });
  });

  it.each(['APPLICATION', 'RUNTIME'] as const)('of a new object (%s) is made with the formations that it names first', async (type) => {
    const [id, created] = [newId(), aFormation({ tenant, name: 'created' })];
    const there = member(type, id);
    const assignments = [{ member: there }, { member: { ...there, formationId: created.id, formationName: created.name }, created }];
    const formations = { [formation.id]: formation.name, [created.id]: created.name };
    if (type === 'RUNTIME') await deps.runtimes.insert(aRuntime({ tenant, id, formations }), assignments);
    else {
      const application = anApplication({ tenant, id, formations });
      await deps.applications.insert({ application, bundles: [], webhooks: [], assignments });
    }
    const counts = { applicationCount: type === 'APPLICATION' ? 1 : 0, runtimeCount: type === 'RUNTIME' ? 1 : 0 };
    expect(await counted()).toEqual(counts);
    expect(await deps.formations.findByName(tenant, 'created')).toMatchObject({ ...created, ...counts });
    for (const named of [formation, created])
      expect((await deps.formations.listMembers(tenant, named.id, type, { first: 5 })).data).toMatchObject([{ objectId: id }]);
    expect(await deps.formations.count(tenant)).toBe(2);
  });

  it('ends when the Application or Runtime is deleted', async () => {
    const [id = ''] = await applications(1);
    const runtime = aRuntime({ tenant });
    await deps.runtimes.insert(runtime, []);
    await deps.formations.assign(member('APPLICATION', id), new Date());
    await deps.formations.assign(member('RUNTIME', runtime.id), new Date());
    await deps.applications.delete(await deps.applications.get(tenant, id));
    await deps.runtimes.delete(await deps.runtimes.get(tenant, runtime.id), 'user/alice');
    expect(await counted()).toEqual({ applicationCount: 0, runtimeCount: 0 });
    expect([...(await memberIds('APPLICATION')), ...(await memberIds('RUNTIME'))]).toEqual([]);
  });
});

describe('a formation', () => {
  it('is found by its name, and the name is taken once in a tenant', async () => {
    expect(await deps.formations.findByName(tenant, formation.name)).toEqual(formation);
    await expect(deps.formations.insert(aFormation({ tenant }))).rejects.toMatchObject({ code: 'NotUniqueName' });
    const elsewhere = aFormation({ tenant: aTenant() });
    await deps.formations.insert(elsewhere);
    expect(await deps.formations.findByName(tenant, formation.name)).toEqual(formation);
  });

  it('that several create at once exists once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => deps.formations.insert(aFormation({ tenant, name: 'raced' }))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await deps.formations.count(tenant)).toBe(2);
  });

  it('is not deleted while anything is in it, and not filled while it is deleted', async () => {
    const [id = ''] = await applications(1);
    await deps.formations.assign(member('APPLICATION', id), new Date());
    await expect(deps.formations.delete(formation)).rejects.toMatchObject({ code: 'InvalidOperation' });
    await deps.formations.unassign(member('APPLICATION', id), new Date());
    await Promise.allSettled([deps.formations.delete(formation), deps.formations.assign(member('APPLICATION', id), new Date())]);
    const [left, { formations }] = await Promise.all([deps.formations.find(tenant, formation.id), deps.applications.get(tenant, id)]);
    expect(Object.keys(formations)).toEqual(left ? [formation.id] : []);
  });

  it('frees its name and is counted out when it is deleted', async () => {
    await deps.formations.delete(formation);
    expect(await deps.formations.find(tenant, formation.id)).toBeUndefined();
    expect(await deps.formations.findByName(tenant, formation.name)).toBeUndefined();
    expect(await deps.formations.count(tenant)).toBe(0);
    await deps.formations.insert(aFormation({ tenant }));
    expect(await deps.formations.count(tenant)).toBe(1);
  });

  it('lists its members page by page in the order of their ids', async () => {
    const ids = await applications(7);
    await Promise.all(ids.map((id) => deps.formations.assign(member('APPLICATION', id), new Date())));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await deps.formations.listMembers(tenant, formation.id, 'APPLICATION', { first: 3, after });
      seen.push(...page.data.map(({ objectId }) => objectId));
      after = page.next;
    } while (after);
    expect(seen).toEqual(ids);
  });

  it('comes in the order of names', async () => {
    for (const name of ['b', 'a', 'c']) await deps.formations.insert(aFormation({ tenant, name }));
    const first = await deps.formations.list(tenant, { first: 2 });
    const second = await deps.formations.list(tenant, { first: 2, after: first.next });
    expect([first, second].map(({ data }) => data.map(({ name }) => name))).toEqual([
      ['a', 'b'],
      ['c', 'sales'],
    ]);
    expect(second.next).toBeUndefined();
  });
});
