import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../examples/application/cloud-event.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '../../../examples/application/webhook-endpoint.ts';

const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;
const event = {
  specversion: '1.0',
  id: 'event-1',
  source: 'compass.director',
  type: 'compass.configuration.changed',
  data: { tenant: 't', applicationId: 'a', runtimeId: 'r', reason: 'RuntimeConnected' },
};

let secret: string | undefined;
let accepted: CloudEvent[];
let isNew: boolean;
let followed: PromiseWithResolvers<void>;
let endpoint: WebhookEndpoint;
beforeEach(async () => {
  secret = signingSecret;
  accepted = [];
  isNew = true;
  followed = Promise.withResolvers();
  endpoint = await startWebhookEndpoint('127.0.0.1', 0, {
    secret: () => secret,
    accept: async (_, received) => {
      accepted.push(received);
      return isNew;
    },
    accepted: () => followed.resolve(),
  });
});
afterEach(() => endpoint.close());

async function post(body: string, { id = 'msg_1', time = new Date(), key = signingSecret, sent = body } = {}): Promise<number> {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, time, body),
  };
  return (await fetch(endpoint.url, { method: 'POST', headers, body: sent })).status;
}

describe('the webhook endpoint', () => {
  it('answers 204 to a genuine message and then acts on it', async () => {
    expect(await post(JSON.stringify(event))).toBe(204);
    await followed.promise;
    expect(accepted).toEqual([event]);
  });

  it('answers 204 to a repetition', async () => {
    isNew = false;
    expect(await post(JSON.stringify(event))).toBe(204);
  });

  it.each([
    ['was changed on the way', { sent: JSON.stringify({ ...event, id: 'forged' }) }],
    ['is signed with another secret', { key: `whsec_${randomBytes(32).toString('base64')}` }],
    ['is older than five minutes', { time: new Date(Date.now() - 6 * 60_000) }],
  ])('answers 401 when the message %s', async (_, forged) => {
    expect(await post(JSON.stringify(event), forged)).toBe(401);
    expect(accepted).toEqual([]);
  });

  it('answers 401 to a message without a signature', async () => {
    expect((await fetch(endpoint.url, { method: 'POST', body: JSON.stringify(event) })).status).toBe(401);
  });

  it('answers 400 to a signed body that is no CloudEvent', async () => {
    expect(await post('{"specversion":"0.3"}')).toBe(400);
  });

  it('answers 503 while it does not know its secret, so that the message comes again', async () => {
    secret = undefined;
    expect(await post(JSON.stringify(event))).toBe(503);
  });

  it('answers 413 to a body that is too large', async () => {
    expect(await post(JSON.stringify({ ...event, padding: 'x'.repeat(300_000) }))).toBe(413);
  });

  it('knows no other path and no other method', async () => {
    expect((await fetch(endpoint.url)).status).toBe(405);
    expect((await fetch(new URL('/other', endpoint.url), { method: 'POST' })).status).toBe(404);
  });
});
