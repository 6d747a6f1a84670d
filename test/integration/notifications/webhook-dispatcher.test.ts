import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requeuePending } from '#local/queues/requeue-deliveries.ts';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { later, minutes, systemClock } from '#shared/core/clock.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { maxCrashes } from '#shared/webhooks/deliver-webhook.ts';
import { recoverWebhook } from '#shared/webhooks/recover-webhook.ts';
import { sendDueDeliveries } from '#shared/webhooks/send-due-deliveries.ts';
import { rotationOverlap, withNewSecret } from '#shared/webhooks/signing-secrets.ts';
import { webhookSealingContext } from '#shared/webhooks/webhook.ts';
import { aMessage, type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';
import { acme } from '#test/support/notification-world.ts';
import type { ReceivedPost } from '#test/support/webhook-endpoint.ts';

let world: DispatcherWorld;
beforeAll(async () => {
  world = await dispatcherWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.endpoint.received.length = 0;
  world.endpoint.answers(200);
});

const headersOf = ({ headers }: ReceivedPost) => headers as Record<string, string>;

describe('a delivery that succeeds', () => {
  it('is posted once, signed so that its receiver can verify it, and recorded', async () => {
    const { delivery, webhook } = await world.delivery();
    await world.enqueue(delivery);
    await world.drain();
    const [post, ...more] = world.endpoint.received;
    expect(more).toEqual([]);
    expect(post).toMatchObject({ method: 'POST', body: delivery.body });
    expect(post?.headers).toMatchObject({
      'webhook-id': delivery.id,
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': String(delivery.body.length),
      'user-agent': 'Compass-Webhooks/1',
    });
    const verifier = new Webhook(await world.secretOf(webhook));
    expect(verifier.verify(post?.body ?? '', headersOf(post as ReceivedPost))).toEqual(JSON.parse(delivery.body));
    expect(() => verifier.verify(`${post?.body} `, headersOf(post as ReceivedPost))).toThrow();
    expect(await world.record(delivery)).toMatchObject({ type: 'Delivery', state: 'SUCCEEDED', attempts: 1, lastStatus: 200 });
  });

  it('is not posted again when its message comes again', async () => {
    const { delivery } = await world.delivery();
    for (let time = 0; time < 3; time++) {
      await world.enqueue(delivery);
      await world.drain();
    }
    expect(world.endpoint.received).toHaveLength(1);
  });

  it('leaves a record that goes after 30 days, and is no work any more', async () => {
    const { delivery } = await world.delivery();
    await world.enqueue(delivery);
    await world.drain();
    const record = await world.record(delivery);
    expect(record?.expiresAt - Date.parse(record?.createdAt) / 1000).toBeCloseTo(30 * 86_400, -1);
    expect(record).not.toHaveProperty('idPk');
  });

  describe('after the secret was rotated', () => {
    async function deliveredAfterRotation(rotatedAt: Date) {
      const { delivery, webhook } = await world.delivery();
      const next = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
      const sealed = await world.sealer.seal(webhookSealingContext(acme, webhook.id), next);
      await world.webhooks.replace({ ...withNewSecret(webhook, { sealed }, rotatedAt), version: webhook.version + 1 }, webhook);
      await world.enqueue(delivery);
      await world.drain();
      const post = world.endpoint.received[0] as ReceivedPost;
      const verifies = (secret: string) => () => new Webhook(secret).verify(post.body, headersOf(post));
      return { withNext: verifies(next), withPrevious: verifies(await world.secretOf(webhook)) };
    }

    it('carries a signature of the new and of the previous one for a day', async () => {
      const { withNext, withPrevious } = await deliveredAfterRotation(later(new Date(), minutes(1) - rotationOverlap));
      expect(withNext).not.toThrow();
      expect(withPrevious).not.toThrow();
    });

    it('carries a signature of the new one alone from then on', async () => {
      const { withNext, withPrevious } = await deliveredAfterRotation(later(new Date(), -rotationOverlap));
      expect(withNext).not.toThrow();
      expect(withPrevious).toThrow();
    });
  });

  it('carries an Ed25519 signature where the webhook asks for it', async () => {
    const { delivery, webhook } = await world.delivery({ signatureScheme: 'ASYMMETRIC' });
    await world.enqueue(delivery);
    await world.drain();
    const { headers, body } = world.endpoint.received[0] as ReceivedPost;
    const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
    const [version, signature = ''] = String(headers['webhook-signature']).split(',');
    const x = Buffer.from(webhook.publicKey?.replace('whpk_', '') ?? '', 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(version).toBe('v1a');
    expect(verify(null, content, key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('goes to one webhook however slow another one in the same batch is', async () => {
    const slow = await world.delivery({ url: `${world.endpoint.url}/slow`, timeout: 1 });
    const quick = await world.delivery({ url: `${world.endpoint.url}/quick` });
    world.endpoint.answers('silence', 200);
    await world.enqueue(slow.delivery);
    await world.enqueue(quick.delivery);
    await world.drain();
    expect((await world.record(quick.delivery))?.state).toBe('SUCCEEDED');
  });
});

describe('a delivery that succeeds later', () => {
  it('keeps its id and body over the attempts, each with a time and signature of its own', async () => {
    world.endpoint.answers(500, 503, 200);
    const { delivery, webhook } = await world.delivery();
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received.map(({ headers, body }) => ({ id: headers['webhook-id'], body }))).toEqual(
      Array(3).fill({ id: delivery.id, body: delivery.body }),
    );
    const verifier = new Webhook(await world.secretOf(webhook));
    for (const post of world.endpoint.received) verifier.verify(post.body, headersOf(post));
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 3, lastStatus: 200 });
    expect(await world.record(delivery)).not.toHaveProperty('lastError');
  });

  it.each([
    ['does not answer in time', 'silence' as const, 'no complete answer within 1000 ms', 0],
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'the endpoint answered 302', 302],
    ['answers 404', 404, 'the endpoint answered 404', 404],
    ['answers 500 with a long text', { status: 500, body: 'secret '.repeat(10_000) }, 'the endpoint answered 500', 500],
  ])('is tried again when the endpoint %s', async (_, answer, lastError, lastStatus) => {
    world.endpoint.answers(answer, 200);
    const { delivery } = await world.delivery({ timeout: 1 });
    await world.enqueue(delivery);
    const { batchItemFailures } = await world.deliveryQueue.feed(world.dispatch);
    expect(batchItemFailures).toHaveLength(1);
    expect(await world.record(delivery)).toMatchObject({ state: 'PENDING', attempts: 1, lastError, lastStatus });
    await world.drain();
    expect(world.endpoint.received).toHaveLength(2);
    expect((await world.record(delivery))?.state).toBe('SUCCEEDED');
  });
});

describe('a delivery that fails', () => {
  it('keeps the beginning of the answer, without the credentials that the endpoint repeats', async () => {
    const auth = { credential: { basic: { username: 'compass', password: 'hidden-password' } } };
    const authorization = `Basic ${Buffer.from('compass:hidden-password').toString('base64')}`;
    world.endpoint.answers({ status: 400, body: `you sent ${authorization} ${'x'.repeat(2000)}` });
    const { delivery } = await world.delivery({ auth });
    await world.enqueue(delivery);
    await world.deliveryQueue.feed(world.dispatch);
    expect(world.endpoint.received[0]?.headers.authorization).toBe(authorization);
    const record = await world.record(delivery);
    expect(record?.attemptLog[0].body).toBe(`you sent *** ${'x'.repeat(1011)}`);
    expect(JSON.stringify(record)).not.toMatch(/hidden-password|Basic/);
    world.endpoint.answers(200);
    await world.drain();
  });

  it('is given up after its last attempt, with every attempt on record, and can begin anew', async () => {
    const { delivery } = await world.delivery({ url: 'http://127.0.0.1:1/' });
    await world.enqueue(delivery);
    await world.drain();
    expect(await world.deliveryQueue.deadLetters?.take()).toEqual([]);
    const error = 'the connection failed: ECONNREFUSED';
    const record = await world.record(delivery);
    expect(record).toMatchObject({ state: 'FAILED', attempts: 4, lastError: error, body: delivery.body });
    expect(record?.attemptLog).toEqual(Array(4).fill({ at: expect.any(String), duration: expect.any(Number), error }));
    const owner = { tenant: acme, kind: 'application', id: delivery.applicationId } as const;
    const webhook = await world.webhooks.find(owner, delivery.webhookId);
    if (webhook) await world.webhooks.replace({ ...webhook, url: world.endpoint.url, version: webhook.version + 1 }, webhook);
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received).toHaveLength(0);
    const actor = { kind: 'application', id: delivery.applicationId, tenant: acme, scopes: new Set<string>(), authId: 'auth' } as const;
    const deps = { webhooks: world.webhooks, deliveries: dynamoDeliveries(world.dynamo.table), clock: systemClock };
    const recover = (since: string) => recoverWebhook(delivery.webhookId, since, actor, deps);
    expect(await recover(new Date(Date.now() + 1000).toISOString())).toBe(0);
    expect(await recover('2026-01-01T00:00:00Z')).toBe(1);
    expect(await recover('2026-01-01T00:00:00Z')).toBe(0);
    const queue = sqsDeliveryQueue(world.queues.client, world.deliveryQueue.url);
    expect(await sendDueDeliveries({ ...deps, queue, runFor: 1000 })).toEqual({ sent: 1 });
    await world.drain();
    expect(world.endpoint.received).toHaveLength(1);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 5 });
  });

  it('is not tried again when the endpoint answers that it is gone, which disables the webhook', async () => {
    world.endpoint.answers(410);
    const { delivery, webhook } = await world.delivery();
    await world.enqueue(delivery);
    await world.drain();
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received).toHaveLength(1);
    expect(await world.record(delivery)).toMatchObject({ state: 'GONE', lastStatus: 410 });
    const disabled = { disabled: { reason: 'GONE' }, version: 2, changedBy: 'function/webhook-dispatcher' };
    expect(await world.webhooks.find(webhook.owner, webhook.id)).toMatchObject(disabled);
    const next = { ...delivery, id: `${delivery.id}-next` };
    await world.enqueue(next);
    await world.drain();
    expect(world.endpoint.received).toHaveLength(1);
    expect(await world.record(next)).toMatchObject({ state: 'FAILED', lastError: 'the webhook is disabled' });
    expect(await world.deliveryQueue.deadLetters?.take()).toEqual([]);
  });

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'http://1.1.1.1:81/'])(
    'never connects to %s',
    async (url) => {
      const { delivery, webhook } = await world.delivery();
      await world.webhooks.replace({ ...webhook, url, version: webhook.version + 1 }, webhook);
      await world.dispatch({ Records: [aMessage(delivery, 4)] });
      expect((await world.record(delivery))?.lastError).toMatch(/^the (URL|host) /);
      expect(world.endpoint.received).toEqual([]);
    },
  );

  it('is given up, on record, before the queue would give up a message at which the dispatcher ends again and again', async () => {
    const { delivery } = await world.delivery();
    expect(await world.dispatch({ Records: [aMessage(delivery, maxCrashes + 1)] })).toEqual({ batchItemFailures: [] });
    expect(await world.record(delivery)).toMatchObject({ state: 'FAILED', failure: 'ATTEMPTS_CUT_OFF', body: delivery.body });
    expect(world.endpoint.received).toEqual([]);
  });

  it('is dropped when its webhook was deleted meanwhile', async () => {
    const { delivery, webhook } = await world.delivery();
    await world.webhooks.delete(webhook);
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received).toEqual([]);
    expect((await world.record(delivery))?.state).toBe('DROPPED');
  });

  it('is dropped when its webhook became one of a type that is not called', async () => {
    const { delivery, webhook } = await world.delivery();
    await world.webhooks.replace({ ...webhook, type: 'UNREGISTER_APPLICATION', version: webhook.version + 1 }, webhook);
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received).toEqual([]);
    expect((await world.record(delivery))?.state).toBe('DROPPED');
  });

  it('stays in the queue when its message is not what it should be', async () => {
    const { batchItemFailures } = await world.dispatch({
      Records: [{ messageId: 'odd', body: '{"id":1}', attributes: { ApproximateReceiveCount: '1' } } as never],
    });
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'odd' }]);
  });
});

describe('a delivery of a change of a formation', () => {
  const formation = '0197f000-0000-7000-8000-0000000000f1';
  async function delivered(mode: string | undefined, answer: { status: number; body?: string }, eventType = 'FormationAssigned') {
    const { delivery } = await world.delivery(mode ? { mode } : {});
    world.endpoint.answers(answer);
    const body = JSON.stringify({ id: delivery.id, data: { formations: [{ id: formation, name: 'spring' }] } });
    const told = { ...delivery, eventType, body };
    await world.enqueue(told);
    await world.drain();
    const { state, attemptLog } = (await world.record(told)) ?? {};
    return { told, state, answered: attemptLog?.[0]?.answered, location: world.endpoint.received[0]?.headers.location };
  }

  it('tells a webhook that reports later where, and expects the report', async () => {
    const { told, state, answered, location } = await delivered('ASYNC_CALLBACK', { status: 202 });
    expect(state).toBe('SUCCEEDED');
    expect(answered).toEqual({ state: 'EXPECTED' });
    const path = `/v1/businessIntegrations/${formation}/assignments/${formation}:${told.applicationId}/status?delivery=${told.id}`;
    expect(location).toBe(`https://mtls.compass.example${path}`);
  });

  it.each([
    [{ state: 'READY' }, { state: 'READY' }],
    [{ state: 'CONFIG_PENDING', configuration: {} }, { state: 'CONFIG_PENDING' }],
    [
      { state: 'CREATE_ERROR', error: 'locked' },
      { state: 'ERROR', error: 'locked' },
    ],
    [{ error: 'locked' }, { state: 'ERROR', error: 'locked' }],
    [{ error: '' }, undefined],
    [{ state: 'odd', error: 1 }, undefined],
    [['READY'], undefined],
    ['<html>', undefined],
  ])('takes %j from a webhook that answers at once as %j', async (body, answered) => {
    const sent = await delivered('SYNC', { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) });
    expect(sent).toMatchObject({ state: 'SUCCEEDED', location: undefined });
    expect(sent.answered).toEqual(answered);
  });

  it.each([
    [undefined, 200, 'FormationAssigned'],
    ['ASYNC', 202, 'FormationAssigned'],
    ['SYNC', 410, 'FormationAssigned'],
    ['ASYNC_CALLBACK', 410, 'FormationUnassigned'],
    ['ASYNC_CALLBACK', 202, 'RuntimeConnected'],
  ])('has no state in its answer for a webhook of the mode %s that answers %i to %s', async (mode, status, eventType) => {
    const { delivery } = await world.delivery(mode ? { mode } : {});
    world.endpoint.answers({ status, body: '{"state":"READY"}' });
    const body = JSON.stringify({ data: { formations: [{ id: formation }] } });
    await world.dispatch({ Records: [aMessage({ ...delivery, eventType, body })] });
    expect((await world.record(delivery))?.attemptLog[0]).not.toHaveProperty('answered');
  });
});

describe('pending deliveries', () => {
  it('are put on the queue again, for when it lost them', async () => {
    world.endpoint.answers(500, 200);
    const { delivery } = await world.delivery();
    await world.enqueue(delivery);
    await world.deliveryQueue.feed(world.dispatch);
    const lost = await world.queues.create('queue-after-a-loss');
    const queue = sqsDeliveryQueue(world.queues.client, lost.url);
    const requeue = (queued: readonly string[]) => requeuePending(world.dynamo.client, world.dynamo.tableName, new Set(queued), queue);
    const before = await requeue([delivery.id]);
    await lost.take();
    expect(await requeue([])).toBe(before + 1);
    while ((await lost.size()) > 0) await lost.feed(world.dispatch);
    expect((await world.record(delivery))?.state).toBe('SUCCEEDED');
    expect(await requeue([])).toBe(0);
    await world.drain();
    expect(world.endpoint.received).toHaveLength(2);
  });
});
