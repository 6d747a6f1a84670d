import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, later, minutes, seconds } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import type { DeliveryRepository } from '#shared/webhooks/delivery-record.ts';
import type { Data } from '#test/support/clients.ts';
import { aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { formationStory } from '#test/support/formation-story.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
/** Commands to the table since it was set to 0. */
let calls = 0;
/** Difference to the time of this machine, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
  const table = tableSending(dynamo, (command) => {
    calls += 1;
    return dynamo.client.send(command);
  });
  world = directorWorld({ table }, { clock: () => later(new Date(), ahead) });
});
afterAll(() => dynamo.stop());

const story = () => {
  ahead = 0;
  return formationStory(dynamo, world);
};
const statesIn = ({ formationAssignments }: Data): Record<string, string> =>
  Object.fromEntries(formationAssignments.data.map((one: Data) => [one.targetEntity.name, one.state]));

describe('the assignment of an Application', () => {
  it('is INITIAL until its webhook accepts the arrival of a Runtime, and READY then', async () => {
    const { application, runtime, assign, made, succeed, formation, formationId } = await story();
    const [shop, cluster] = [await application('shop'), await runtime('cluster')];
    await assign(shop, 'APPLICATION');
    expect(statesIn(await formation())).toEqual({ shop: 'READY' });
    expect(await made()).toEqual([]);

    await assign(cluster, 'RUNTIME');
    const waiting = await formation();
    expect(statesIn(waiting)).toEqual({ shop: 'INITIAL', cluster: 'READY' });
    expect(waiting.status).toEqual({ condition: 'IN_PROGRESS', errors: null });
    expect(waiting.formationAssignments).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });

    const [delivery, ...others] = await made();
    expect(others).toEqual([]);
    if (delivery) await succeed(delivery);
    const told = await formation();
    expect(told.status).toEqual({ condition: 'READY', errors: null });
    expect(told.formationAssignments.data[0]).toEqual({
      id: `${formationId}:${shop}`,
      source: shop,
      target: shop,
      targetType: 'APPLICATION',
      state: 'READY',
      error: null,
      value: null,
      configuration: null,
      lastStateChangeTimestamp: expect.any(String),
      lastNotificationSentTimestamp: expect.any(String),
      assignmentOperations: { totalCount: 1, data: [{ operationType: 'ASSIGN', finishedAtTimestamp: expect.any(String) }] },
      targetEntity: { __typename: 'Application', name: 'shop' },
    });
  });

  it('waits for its own arrival where there is a Runtime, and is CREATE_ERROR with the reason after that failed', async () => {
    const { application, runtime, assign, made, fail, formation, formationId } = await story();
    await assign(await runtime('cluster'), 'RUNTIME');
    await made();
    const shop = await application('shop');
    await assign(shop, 'APPLICATION');
    expect(statesIn(await formation())).toMatchObject({ shop: 'INITIAL' });
    const [delivery] = await made();
    if (delivery) await fail(delivery);
    const { status, formationAssignments } = await formation();
    expect(status).toEqual({
      condition: 'ERROR',
      errors: [{ assignmentID: `${formationId}:${shop}`, message: 'the endpoint answered 500', errorCode: 1 }],
    });
    expect(formationAssignments.data[0]).toMatchObject({
      state: 'CREATE_ERROR',
      error: '{"error":{"message":"the endpoint answered 500","errorCode":1}}',
      assignmentOperations: { data: [{ finishedAtTimestamp: null }] },
    });
  });

  it('is DELETING after a Runtime left, and DELETE_ERROR when telling it failed', async () => {
    const { application, runtime, assign, unassign, made, fail, succeed, formation } = await story();
    const [shop, cluster] = [await application('shop'), await runtime('cluster')];
    await assign(shop, 'APPLICATION');
    await assign(cluster, 'RUNTIME');
    for (const delivery of await made()) await succeed(delivery);
    await unassign(cluster, 'RUNTIME');
    expect(statesIn(await formation())).toEqual({ shop: 'DELETING' });
    for (const delivery of await made()) await fail(delivery);
    expect(statesIn(await formation())).toEqual({ shop: 'DELETE_ERROR' });
  });

  it('follows a Runtime that is unregistered, or moved by a label', async () => {
    const { admin, application, runtime, assign, made, succeed, formation } = await story();
    const [shop, one, other] = [await application('shop'), await runtime('one'), await runtime('other')];
    await assign(shop, 'APPLICATION');
    await admin.do(`mutation { setRuntimeLabel(runtimeID: "${one}", key: "scenarios", value: ["spring"]) { key } }`);
    await assign(other, 'RUNTIME');
    const settle = async () => {
      const deliveries = await made();
      expect(deliveries.length).toBeGreaterThan(0);
      for (const delivery of deliveries) await succeed(delivery);
      expect(statesIn(await formation())).toMatchObject({ shop: 'READY' });
    };
    await settle();
    await admin.do(`mutation { unregisterRuntime(id: "${other}") { id } }`);
    expect(statesIn(await formation())).toMatchObject({ shop: 'DELETING' });
    await settle();
    await admin.do(`mutation { deleteRuntimeLabel(runtimeID: "${one}", key: "scenarios") { key } }`);
    expect(statesIn(await formation())).toEqual({ shop: 'DELETING' });
    await settle();
  });

  it('waits anew for a Runtime that comes back', async () => {
    const { application, runtime, assign, unassign, made, succeed, formation } = await story();
    const [shop, cluster] = [await application('shop'), await runtime('cluster')];
    await assign(shop, 'APPLICATION');
    await made();
    const ids = new Set<string>();
    for (const change of [assign, unassign, assign, unassign]) {
      await change(cluster, 'RUNTIME');
      for (const delivery of await made()) {
        ids.add(delivery.id);
        await succeed(delivery);
      }
      expect(statesIn(await formation())).toMatchObject({ shop: 'READY' });
    }
    expect(ids.size).toBe(4);
  });

  it('waits for all of its webhooks, and not for those that were added later or that it does not have', async () => {
    const { admin, application, runtime, assign, made, succeed, fail, formation } = await story();
    const [shop, plain] = [await application('shop', ['one', 'two']), await application('plain', [])];
    await assign(shop, 'APPLICATION');
    await assign(plain, 'APPLICATION');
    await made();
    await assign(await runtime('cluster'), 'RUNTIME');
    const [one, two] = await made();
    if (!one || !two) throw new Error('there are no deliveries to both webhooks');
    await succeed(one);
    expect(statesIn(await formation())).toMatchObject({ shop: 'INITIAL', plain: 'READY' });
    await fail(two);
    expect(statesIn(await formation())).toMatchObject({ shop: 'CREATE_ERROR' });
    await admin.do(`mutation { deleteWebhook(webhookID: "${two.webhookId}") { id } }`);
    await admin.do(
      `mutation { addWebhook(applicationID: "${shop}", in: { type: CONFIGURATION_CHANGED, url: "https://later.example/" }) { id } }`,
    );
    expect(statesIn(await formation())).toMatchObject({ shop: 'READY' });
  });

  it('is READY when the records of its change are gone', async () => {
    const { application, runtime, assign, formation } = await story();
    await assign(await application('shop'), 'APPLICATION');
    await assign(await runtime('cluster'), 'RUNTIME');
    ahead = days(31);
    expect(statesIn(await formation())).toMatchObject({ shop: 'READY' });
  });
});

describe('resynchronizing a formation', () => {
  const resynchronize = (admin: Caller, id: string, reset = false) =>
    admin.do(`mutation { f: resynchronizeFormationNotifications(formationID: "${id}", reset: ${reset}) { status { condition } } }`);
  /** The content of a notification, without the time at which it was made. */
  const contentOf = ({ body }: Delivery) => ({ ...JSON.parse(body), time: undefined });
  /** The deliveries that the table has as due work, as the scheduler takes them. */
  const taken = async (deliveries: DeliveryRepository, tenant: string): Promise<Delivery[]> => {
    const found: Delivery[] = [];
    const now = later(new Date(), seconds(1));
    for await (const due of deliveries.due(now)) {
      const delivery = await deliveries.takeDue(due, later(now, minutes(15)));
      if (delivery?.tenant === tenant) found.push(delivery);
    }
    return found;
  };

  it('sends again what failed, and what was lost before its first attempt, with the same ids, and nothing else', async () => {
    const { tenant, admin, formationId, deliveries, application, runtime, assign, made, succeed, fail, formation } = await story();
    for (const name of ['arrived', 'failed', 'lost']) await assign(await application(name), 'APPLICATION');
    await made();
    await assign(await runtime('cluster'), 'RUNTIME');
    const [one, two, three] = await made();
    if (!one || !two || !three) throw new Error('there are no deliveries to three Applications');
    await succeed(one);
    await fail(two);

    expect((await resynchronize(admin, formationId)).f.status.condition).toBe('IN_PROGRESS');
    await resynchronize(admin, formationId);
    const again = await taken(deliveries, tenant);
    expect(again.map(({ id }) => id).sort()).toEqual([two.id, three.id].sort());
    for (const delivery of again) {
      expect(contentOf(delivery)).toEqual(contentOf(delivery.id === two.id ? two : three));
      await succeed(delivery);
    }
    expect(statesIn(await formation())).toMatchObject({ arrived: 'READY', failed: 'READY', lost: 'READY' });
    await resynchronize(admin, formationId);
    expect(await taken(deliveries, tenant)).toEqual([]);
  });

  it('sends again what failed after a Runtime left', async () => {
    const { tenant, admin, formationId, deliveries, application, runtime, assign, unassign, made, fail, succeed, formation } =
      await story();
    const cluster = await runtime('cluster');
    await assign(await application('shop'), 'APPLICATION');
    await assign(cluster, 'RUNTIME');
    for (const delivery of await made()) await succeed(delivery);
    await unassign(cluster, 'RUNTIME');
    const [left] = await made();
    if (!left) throw new Error('there is no delivery of the departure');
    await fail(left);
    await resynchronize(admin, formationId);
    const [again] = await taken(deliveries, tenant);
    expect(again && contentOf(again)).toEqual(contentOf(left));
    expect(statesIn(await formation())).toEqual({ shop: 'DELETING' });
  });

  it('walks a formation whatever its size, and reads each page once', async () => {
    const { admin, application, assign, runtime, made, formationId } = await story();
    for (let index = 0; index < 3; index++) await assign(await application(`app-${index}`), 'APPLICATION');
    await assign(await runtime('cluster'), 'RUNTIME');
    for (const delivery of await made()) await world.deps.deliveries.adopt(delivery, new Date());
    const counted = async () => {
      calls = 0;
      await admin.do(`mutation { f: resynchronizeFormationNotifications(formationID: "${formationId}") { id } }`);
      return calls;
    };
    const few = await counted();
    await assign(await application('more'), 'APPLICATION');
    for (const delivery of await made()) await world.deps.deliveries.adopt(delivery, new Date());
    expect(await counted()).toBe(few);
  });

  it('sends to all with reset', async () => {
    const { tenant, admin, formationId, deliveries, application, runtime, assign, made, succeed } = await story();
    for (const name of ['a', 'b']) await assign(await application(name), 'APPLICATION');
    await made();
    await assign(await runtime('cluster'), 'RUNTIME');
    const [one] = await made();
    if (one) await succeed(one);
    await resynchronize(admin, formationId, true);
    const first = await taken(deliveries, tenant);
    expect(first.map(({ id }) => id)).toContain(one?.id);
    expect(first).toHaveLength(2);
    for (const delivery of first) await succeed(delivery);
    ahead = days(31);
    await resynchronize(admin, formationId);
    ahead = 0;
    expect(await taken(deliveries, tenant)).toEqual([]);
  });

  it('is refused for a formation of another tenant', async () => {
    const { formationId } = await story();
    const { admin } = await story();
    const { errors } = await admin.ask(`mutation { resynchronizeFormationNotifications(formationID: "${formationId}") { id } }`);
    expect(errors?.[0]?.message).toContain('Object not found');
  });
});

describe('the assignment of a Runtime', () => {
  it('is READY if it was never in contact, INITIAL after a change, and READY when it made contact since', async () => {
    const { tenant, application, runtime, assign, unassign, formation } = await story();
    const [shop, cluster] = [await application('shop', []), await runtime('cluster')];
    await assign(cluster, 'RUNTIME');
    expect(statesIn(await formation())).toEqual({ cluster: 'READY' });
    const owner = { tenant, kind: 'runtime', id: cluster } as const;
    await world.deps.auths.noteContact(owner, later(new Date(), -minutes(5)));
    await assign(shop, 'APPLICATION');
    expect(statesIn(await formation())).toEqual({ shop: 'READY', cluster: 'INITIAL' });
    await world.deps.auths.noteContact(owner, later(new Date(), 1000));
    expect(statesIn(await formation())).toEqual({ shop: 'READY', cluster: 'READY' });
    await world.deps.auths.noteContact(owner, later(new Date(), 1000));
    await unassign(shop, 'APPLICATION');
    expect((await formation()).status.condition).toBe('READY');
  });

  it('is INITIAL if it was connected and has not been heard of for longer than contacts are kept', async () => {
    const { admin, runtime, assign, formation } = await story();
    const cluster = await runtime('cluster');
    await admin.do(`mutation { updateRuntime(id: "${cluster}", in: { name: "cluster", statusCondition: CONNECTED }) { id } }`);
    await assign(cluster, 'RUNTIME');
    expect(statesIn(await formation())).toEqual({ cluster: 'INITIAL' });
  });
});

describe('the assignments of a formation', () => {
  it('are read page by page, Applications first, and found by their ids', async () => {
    const { admin, application, runtime, assign, formationId } = await story();
    const ids = [await application('a'), await application('b'), await runtime('c'), await runtime('d')];
    for (const [index, id] of ids.entries()) await assign(id, index < 2 ? 'APPLICATION' : 'RUNTIME');
    for (const first of [1, 2, 3, 4, 5]) {
      const found: string[] = [];
      let after = '';
      do {
        const { f } = await admin.do(
          `{ f: formation(id: "${formationId}") { p: formationAssignments(first: ${first}, after: "${after}") { data { target } totalCount pageInfo { endCursor hasNextPage } } } }`,
        );
        found.push(...f.p.data.map((one: Data) => one.target));
        expect(f.p.totalCount).toBe(4);
        after = f.p.pageInfo.hasNextPage ? f.p.pageInfo.endCursor : '';
      } while (after !== '');
      expect(found).toEqual([...ids.slice(0, 2).sort(), ...ids.slice(2).sort()]);
    }
    const one = (id: string) =>
      admin.do(`{ f: formation(id: "${formationId}") { a: formationAssignment(id: "${id}") { target targetType } } }`);
    expect((await one(`${formationId}:${ids[3]}`)).f.a).toEqual({ target: ids[3], targetType: 'RUNTIME' });
    for (const unknown of [`${formationId}:${newId()}`, `${newId()}:${ids[3]}`, `${formationId}:`, 'x'])
      expect((await one(unknown)).f.a).toBeNull();
  });

  it('refuse the cursor of another list', async () => {
    const { admin, formationId } = await story();
    const after = Buffer.from('c1:ELSE#1').toString('base64url');
    const { errors } = await admin.ask(`{ formation(id: "${formationId}") { formationAssignments(after: "${after}") { totalCount } } }`);
    expect(errors?.[0]?.message).toContain('cursor is not correct');
  });

  it('are those of the tenant', async () => {
    const { tenant, formationId } = await story();
    const { admin } = await story();
    expect((await admin.do(`{ f: formation(id: "${formationId}") { status { condition } } }`)).f).toBeNull();
    expect((await world.as(aUser(tenant)).do(`{ f: formation(id: "${formationId}") { status { condition } } }`)).f.status.condition).toBe(
      'READY',
    );
  });

  it('answer the mutation that changes them as they are then', async () => {
    const { admin, application, runtime, assign } = await story();
    await assign(await application('shop'), 'APPLICATION');
    const { f } = await admin.do(
      `mutation { f: assignFormation(objectID: "${await runtime('cluster')}", objectType: RUNTIME, formation: { name: "spring" }) { status { condition } formationAssignments { totalCount } } }`,
    );
    expect(f).toEqual({ status: { condition: 'IN_PROGRESS' }, formationAssignments: { totalCount: 2 } });
  });

  it('cost as many calls for many participants as for few', async () => {
    const { admin, application, runtime, assign, formationId } = await story();
    await assign(await runtime('cluster'), 'RUNTIME');
    const callsOf = async (fields: string) => {
      calls = 0;
      await admin.do(`{ f: formation(id: "${formationId}") { ${fields} } }`);
      return calls;
    };
    const counted = async () => [
      await callsOf('status { condition }'),
      await callsOf('formationAssignments { data { state targetEntity { __typename } } }'),
    ];
    await assign(await application('first'), 'APPLICATION');
    const few = await counted();
    for (let index = 0; index < 10; index++) await assign(await application(`more-${index}`), 'APPLICATION');
    expect(await counted()).toEqual(few);
  });
});
