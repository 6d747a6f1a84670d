import type { Context } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { endpointOf } from '#shared/endpoints/endpoint-leases.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import type { Webhook as StoredWebhook } from '#shared/webhooks/webhook.ts';
import type { WebhookTester } from '#shared/webhooks/webhook-test.ts';
import { aSystem, aUser, directorWorld } from '#test/support/director-world.ts';
import { type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';
import { acme } from '#test/support/notification-world.ts';

let world: DispatcherWorld;
let call: WebhookTester;
beforeAll(async () => {
  world = await dispatcherWorld();
  const { handler } = await import('#functions/webhook-tester/handler.ts');
  call = (test) => handler(test, {} as Context);
});
afterAll(() => world.stop());
beforeEach(() => {
  world.endpoint.received.length = 0;
  world.endpoint.answers(200);
});

const invoke = ({ owner, id }: StoredWebhook) => call({ id: `msg_${newId()}`, owner, webhookId: id });

const readAgain = async ({ owner, id }: StoredWebhook) => world.webhooks.find(owner, id);

describe('a test of a webhook', () => {
  it('is one message of a type of its own, signed so that its receiver can verify it', async () => {
    const { webhook } = await world.delivery();
    expect(await invoke(webhook)).toMatchObject({ accepted: true, status: 200 });
    const [post, ...more] = world.endpoint.received;
    expect(more).toEqual([]);
    const verified = new Webhook(await world.secretOf(webhook)).verify(post?.body ?? '', post?.headers as Record<string, string>);
    expect(verified).toMatchObject({
      id: post?.headers['webhook-id'],
      type: 'io.compass.webhook.test.v1',
      data: { webhookId: webhook.id },
    });
  });

  it('answers the status and why a delivery would fail, and posts nothing again', async () => {
    const { webhook } = await world.delivery();
    world.endpoint.answers(503);
    expect(await invoke(webhook)).toMatchObject({ accepted: false, status: 503, error: 'the endpoint answered 503' });
    expect(world.endpoint.received).toHaveLength(1);
  });

  it.each([503, 410])('leaves the state of the webhook as it was after a %i', async (status) => {
    const { webhook } = await world.delivery();
    world.endpoint.answers(status);
    await invoke(webhook);
    expect(await readAgain(webhook)).toEqual(webhook);
  });

  it('reaches a disabled webhook, and leaves it disabled', async () => {
    const { webhook } = await world.delivery();
    await world.webhooks.disable(webhook, 'GONE', systemClock());
    expect(await invoke(webhook)).toMatchObject({ accepted: true, status: 200 });
    expect(await readAgain(webhook)).toMatchObject({ disabled: { reason: 'GONE' } });
  });

  it('is refused for an address that is not allowed, as deliveries are', async () => {
    const { webhook } = await world.delivery();
    await world.webhooks.replace({ ...webhook, url: 'https://10.0.0.1/hook', version: webhook.version + 1 }, webhook);
    expect(await invoke(webhook)).toMatchObject({ accepted: false, error: 'the host is not on the public internet' });
  });

  it('finds nothing to call once the webhook was deleted', async () => {
    const { webhook } = await world.delivery();
    await world.webhooks.delete(webhook);
    expect(await invoke(webhook)).toBeUndefined();
    expect(world.endpoint.received).toEqual([]);
  });

  it('probes a parked endpoint at once, and an answer has deliveries made to it again', async () => {
    const { webhook } = await world.delivery();
    const leases = dynamoEndpointLeases(world.dynamo.table, Math.random, deliveryCalls);
    const endpoint = endpointOf(acme, world.endpoint.url);
    if (!endpoint) return expect.fail('the endpoint has no origin');
    for (let failures = 0; failures < 6; failures++) {
      const admission = await leases.admit(endpoint, systemClock(), { probesNow: true });
      if (admission.result === 'admitted') await leases.release(admission.lease, false, systemClock());
    }
    expect(await leases.admit(endpoint, systemClock())).toMatchObject({ result: 'parked' });
    expect(await invoke(webhook)).toMatchObject({ status: 200 });
    expect(await leases.admit(endpoint, systemClock())).toMatchObject({ result: 'admitted' });
  });
});

describe('the operation testWebhook', () => {
  const director = (now = systemClock()) => directorWorld(world.dynamo, { testWebhook: call, clock: () => now });
  const test = (id: string) =>
    `mutation { r: testWebhook(webhookID: "${id}") { id webhookID accepted timestamp duration status error body } }`;

  it('answers an Application what its own endpoint answered', async () => {
    const { webhook } = await world.delivery();
    const { r } = await director()
      .as(aSystem('application', webhook.owner.id, acme))
      .do(test(webhook.id));
    expect(r).toMatchObject({ webhookID: webhook.id, accepted: true, status: 200, error: null, duration: expect.any(Number) });
    expect(world.endpoint.received[0]?.headers['webhook-id']).toBe(r.id);
  });

  it('tests a webhook once in ten seconds', async () => {
    const { webhook } = await world.delivery();
    const now = systemClock();
    const askedAt = (after: number) =>
      director(new Date(now.getTime() + after))
        .as(aUser(acme))
        .ask(test(webhook.id));
    expect((await askedAt(0)).errors).toEqual([]);
    expect((await askedAt(seconds(10) - 1)).errors[0]?.extensions?.error).toBe('TooManyRequests');
    expect((await askedAt(seconds(10))).errors).toEqual([]);
    expect(world.endpoint.received).toHaveLength(2);
  });

  it('is one of two at the same moment only', async () => {
    const { webhook } = await world.delivery();
    const admin = director().as(aUser(acme));
    const asked = await Promise.all([admin.ask(test(webhook.id)), admin.ask(test(webhook.id))]);
    expect(asked.flatMap(({ errors }) => errors)).toHaveLength(1);
    expect(world.endpoint.received).toHaveLength(1);
  });
});
