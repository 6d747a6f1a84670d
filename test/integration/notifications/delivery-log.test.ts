import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, minutes } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import type { Attempt } from '#shared/webhooks/delivery-record.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

let tenant: TenantId;
let admin: Caller;
let application: { id: string; webhookId: string };
const start = new Date('2026-03-01T10:00:00.000Z');

async function anApplication(caller: Caller, name = 'shop') {
  const { r } = await caller.do(
    `mutation { r: registerApplication(in: { name: "${name}", webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://shop.example/hook" }] }) { id webhooks { id } } }`,
  );
  return { id: r.id as string, webhookId: r.webhooks[0].id as string };
}

beforeEach(async () => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
  application = await anApplication(admin);
});

/** A delivery that was claimed so many minutes after the start. */
async function delivered(at: number, change: Partial<Delivery> = {}) {
  const { claim, end, fail } = dynamoDeliveries(dynamo.table);
  const delivery: Delivery = {
    id: `msg_${newId()}`,
    tenant,
    applicationId: application.id,
    webhookId: application.webhookId,
    eventId: newId(),
    eventType: 'RuntimeConnected',
    body: '{"a":1}',
    ...change,
  };
  const time = later(start, minutes(at));
  const claimed = await claim(delivery, time);
  if (claimed.result !== 'claimed') return expect.fail('the delivery could not be claimed');
  const attempt: Attempt = { at: time, duration: 12, status: 200 };
  return {
    id: delivery.id,
    succeeds: () => end(delivery, 'SUCCEEDED', attempt, time),
    isGone: () => end(delivery, 'GONE', { ...attempt, status: 410 }, time),
    fails: (next: Parameters<typeof fail>[3], body?: string) =>
      fail(delivery, claimed, { ...attempt, status: 500, error: 'the endpoint answered 500', body }, next, time),
  };
}

const page = 'data { id state } pageInfo { endCursor hasNextPage }';
const ofApplication = () => `applicationID: "${application.id}"`;
const list = async (given: string, caller = admin, fields = page) => (await caller.do(`{ r: deliveries(${given}) { ${fields} } }`)).r;
const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);
const codeOf = async (given: string, caller: Caller) =>
  (await caller.ask(`{ deliveries(${given}) { data { id } } }`)).errors[0]?.extensions?.error;

describe('the log of deliveries', () => {
  it('tells of each its event, state, next attempt and attempts', async () => {
    const failing = await delivered(0);
    await failing.fails({ at: later(start, minutes(5)), isKept: false }, 'out of order');
    const fields = `data { id webhookID applicationID applicationTemplateID eventID eventType state failure createdAt nextAttemptAt
      attempts { timestamp duration status error body } }`;
    expect(await list(`webhookID: "${application.webhookId}"`, admin, fields)).toEqual({
      data: [
        {
          id: failing.id,
          webhookID: application.webhookId,
          applicationID: application.id,
          applicationTemplateID: null,
          eventID: expect.any(String),
          eventType: 'RuntimeConnected',
          state: 'PENDING',
          failure: null,
          createdAt: start.toISOString(),
          nextAttemptAt: later(start, minutes(5)).toISOString(),
          attempts: [
            { timestamp: start.toISOString(), duration: 12, status: 500, error: 'the endpoint answered 500', body: 'out of order' },
          ],
        },
      ],
    });
  });

  it('says why a delivery failed', async () => {
    await (await delivered(0)).fails('ATTEMPTS_EXHAUSTED');
    expect((await list(ofApplication(), admin, 'data { state failure nextAttemptAt }')).data).toEqual([
      { state: 'FAILED', failure: 'ATTEMPTS_EXHAUSTED', nextAttemptAt: null },
    ]);
  });

  it('shows the latest first, of an Application and of a webhook, page by page, whatever happens to them', async () => {
    const made: Awaited<ReturnType<typeof delivered>>[] = [];
    for (let at = 0; at < 5; at++) made.push(await delivered(at));
    const [first, second, third] = made;
    await first?.succeeds();
    await second?.fails('ATTEMPTS_EXHAUSTED');
    await third?.isGone();
    const wanted = made.map(({ id }) => id).reverse();
    for (const subject of [ofApplication(), `webhookID: "${application.webhookId}"`]) {
      const found: string[] = [];
      let after = '';
      for (let count = 0; count < 3; count++) {
        const answer = await list(`${subject}, first: 2 ${after}`);
        found.push(...idsOf(answer));
        expect(answer.pageInfo.hasNextPage).toBe(count < 2);
        after = `, after: "${answer.pageInfo.endCursor}"`;
      }
      expect(found).toEqual(wanted);
    }
  });

  it('filters by state, type of event and time, and reads on where a page ended', async () => {
    const made: Awaited<ReturnType<typeof delivered>>[] = [];
    for (let at = 0; at < 6; at++) made.push(await delivered(at, at % 2 ? { eventType: 'FormationAssigned' } : {}));
    for (const [at, one] of made.entries()) if (at < 4) await one.succeeds();
    const id = (at: number) => made[at]?.id;
    const filtered = async (filter: string) => idsOf(await list(`${ofApplication()}, filter: { ${filter} }`));
    expect(await filtered('states: [PENDING]')).toEqual([id(5), id(4)]);
    expect(await filtered('states: [FAILED, GONE, DROPPED]')).toEqual([]);
    expect(await filtered('states: []')).toEqual([]);
    expect(await filtered('eventTypes: ["FormationAssigned"], states: [SUCCEEDED]')).toEqual([id(3), id(1)]);
    expect(await filtered('from: "2026-03-01T10:01:00Z", to: "2026-03-01T10:03:00Z"')).toEqual([id(3), id(2), id(1)]);
    expect(await filtered('from: "2026-03-01T11:03:00+01:00", to: "2026-03-01T10:01:00Z"')).toEqual([]);
    const succeeded = `${ofApplication()}, first: 1, filter: { states: [SUCCEEDED] }`;
    const { pageInfo } = await list(succeeded);
    expect(idsOf(await list(`${succeeded}, after: "${pageInfo.endCursor}"`))).toEqual([id(2)]);
    for (const from of ['yesterday', '+275760-09-13T00:00:00Z', '-000001-01-01T00:00:00Z'])
      expect(await codeOf(`${ofApplication()}, filter: { from: "${from}" }`, admin)).toBe('InvalidData');
  });

  it('shows an Application what went to its own webhooks, and nothing of other Applications or templates', async () => {
    const own = await delivered(0);
    const ofTemplate = await delivered(1, { webhookId: newId(), applicationTemplateId: newId() });
    const other = await anApplication(admin, 'other');
    await delivered(2, { applicationId: other.id, webhookId: other.webhookId });
    const self = world.as(aSystem('application', application.id, tenant));
    expect(idsOf(await list(ofApplication(), self))).toEqual([own.id]);
    expect(idsOf(await list(`webhookID: "${application.webhookId}"`, self))).toEqual([own.id]);
    expect(idsOf(await list(ofApplication()))).toEqual([ofTemplate.id, own.id]);
    for (const foreign of [`applicationID: "${other.id}"`, `webhookID: "${other.webhookId}"`, `webhookID: "${newId()}"`])
      expect(await codeOf(foreign, self)).toBe('NotFound');
  });

  it('shows another tenant nothing, and a Runtime neither', async () => {
    await delivered(0);
    const stranger = world.as(aUser(aTenant()));
    expect(await codeOf(ofApplication(), stranger)).toBe('NotFound');
    expect(await codeOf(`webhookID: "${application.webhookId}"`, stranger)).toBe('NotFound');
    expect(await codeOf(ofApplication(), world.as(aSystem('runtime', newId(), tenant)))).toBe('InsufficientScopes');
  });

  it('takes the id of an Application or of a webhook, not both', async () => {
    expect(await codeOf('first: 1', admin)).toBe('InvalidData');
    expect(await codeOf(`${ofApplication()}, webhookID: "${application.webhookId}"`, admin)).toBe('InvalidData');
  });
});

describe('a delivery by its id', () => {
  const redeliver = (id: string) => `mutation { r: redeliver(id: "${id}") { id state failure nextAttemptAt } }`;
  const refusal = async (id: string, caller = admin) => (await caller.ask(redeliver(id))).errors[0]?.extensions?.error;

  it.each(['administrator', 'Application'])(
    'begins anew at the word of its %s, whatever its end, with the same id and body',
    async (who) => {
      const caller = who === 'Application' ? world.as(aSystem('application', application.id, tenant)) : admin;
      const [one, other] = [await delivered(0), await delivered(1)];
      await one.fails('ATTEMPTS_EXHAUSTED');
      await other.succeeds();
      for (const { id } of [one, other]) {
        const { r } = await caller.do(redeliver(id));
        expect(r).toEqual({ id, state: 'PENDING', failure: null, nextAttemptAt: expect.any(String) });
        expect(await refusal(id)).toBe('InvalidOperation');
      }
      const { due, takeDue } = dynamoDeliveries(dynamo.table);
      const found: Delivery[] = [];
      for await (const item of due(later(new Date(), minutes(1)))) {
        const taken = await takeDue(item, later(new Date(), minutes(15)));
        if (taken?.tenant === tenant) found.push(taken);
      }
      expect(found.map(({ id, body }) => ({ id, body }))).toEqual(
        expect.arrayContaining([one.id, other.id].map((id) => ({ id, body: '{"a":1}' }))),
      );
    },
  );

  it('is not there for other Applications, other tenants and Runtimes', async () => {
    const own = await delivered(0);
    await own.succeeds();
    const ofTemplate = await delivered(0, { applicationTemplateId: newId() });
    await ofTemplate.succeeds();
    const other = world.as(aSystem('application', newId(), tenant));
    for (const caller of [other, world.as(aUser(aTenant())), world.as(aSystem('runtime', application.id, tenant))])
      expect(await refusal(own.id, caller)).toBe('NotFound');
    expect(await refusal(ofTemplate.id, world.as(aSystem('application', application.id, tenant)))).toBe('NotFound');
    expect(await refusal('msg_0')).toBe('NotFound');
  });

  it('does not begin anew while its webhook is disabled, after it was deleted, or after 100 attempts', async () => {
    const tried = await delivered(0);
    await tried.succeeds();
    const key = { pk: `T#${tenant}#DELIVERY#${tried.id}`, sk: 'HEAD' };
    await dynamo.client.send(
      new UpdateCommand({
        TableName: dynamo.tableName,
        Key: key,
        UpdateExpression: 'SET attempts = :max',
        ExpressionAttributeValues: { ':max': 100 },
      }),
    );
    expect(await refusal(tried.id)).toBe('InvalidOperation');
    const next = await delivered(1);
    await next.succeeds();
    const webhook = await world.deps.webhooks.findById(tenant, application.webhookId);
    if (webhook) await world.deps.webhooks.disable(webhook, 'GONE', new Date());
    expect(await refusal(next.id)).toBe('InvalidOperation');
    await admin.do(`mutation { deleteWebhook(webhookID: "${application.webhookId}") { id } }`);
    expect(await refusal(next.id)).toBe('InvalidOperation');
  });
});
