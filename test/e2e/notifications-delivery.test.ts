import { afterEach, expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { aCircle } from '#test/support/listening-circle.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const system = inject('system');
const { director } = administrator(system);
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function started(size = 1, webhook: object = {}) {
  const circle = await aCircle(system, size, webhook);
  stops.push(circle.stop);
  return circle;
}

it('the dispatcher posts again what an endpoint failed to take, as the same message, until it is taken', async () => {
  const { first, newsOf, moveEvents, expectNews } = await started();
  first.endpoint.answers(500, { status: 302, headers: { location: 'https://elsewhere.example' } }, 204);
  await moveEvents('https://retried.example');
  const thrice = Array<string>(3).fill('RuntimeEventingUrlChanged');
  await expectNews([thrice]);
  const news = newsOf(first);
  expect(new Set(news.map(({ messageId }) => messageId)).size).toBe(1);
  expect(new Set(news.map(({ post }) => post.body)).size).toBe(1);
});

it('the dispatcher posts a message once that an endpoint answers with 410, and disables its webhook', async () => {
  const { listeners, newsOf, moveEvents } = await started(2);
  const [gone, other] = listeners;
  if (!gone || !other) throw new Error('two listeners are needed');
  gone.endpoint.answers(410, 204);
  other.endpoint.answers(500, 204);
  await moveEvents('https://gone.example');
  // The repetition at the other endpoint comes later than one at the first would.
  await eventually(() => expect(newsOf(other)).toHaveLength(2));
  expect(newsOf(gone)).toHaveLength(1);
  const { result } = await director(`{ result: application(id: "${gone.id}") { webhooks { status { condition } } } }`);
  expect(result.webhooks).toEqual([{ status: { condition: 'DISABLED' } }]);
});

it('the dispatcher authenticates with the credentials, headers and parameters of the webhook, which override nothing of the message', async () => {
  const { first, newsOf, moveEvents, expectNews } = await started(1, {
    auth: {
      credential: { basic: { username: 'compass', password: 'pass:word' } },
      additionalHeaders: { 'X-Api-Key': ['k1'], 'Content-Type': ['text/plain'], 'webhook-id': ['forged'] },
      additionalQueryParams: { source: ['compass'] },
    },
  });
  await moveEvents('https://identified.example');
  await expectNews([['RuntimeEventingUrlChanged']]);
  const post = newsOf(first)[0]?.post;
  expect(post?.path).toBe('/?source=compass');
  expect(post?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('compass:pass:word').toString('base64')}`,
    'x-api-key': 'k1',
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': expect.stringMatching(/^msg_/),
  });
});

it('the dispatcher posts to every webhook of an Application, and to none that was deleted', async () => {
  const { first, listeners, moveEvents, expectNews } = await started(2);
  const [, second] = listeners;
  const added = await startWebhookEndpoint();
  stops.push(added.stop);
  await director('mutation ($id: ID!, $in: WebhookInput!) { addWebhook(applicationID: $id, in: $in) { id } }', {
    id: second?.id,
    in: { type: 'CONFIGURATION_CHANGED', url: added.url },
  });
  await director('mutation ($id: ID!) { deleteWebhook(webhookID: $id) { id } }', { id: first.webhookId });
  await moveEvents('https://fewer.example');
  await expectNews([['RuntimeEventingUrlChanged']], listeners.slice(1));
  const ofSecond = second?.heard().map(({ messageId }) => messageId) ?? [];
  await eventually(() => expect(added.received).toHaveLength(ofSecond.length));
  for (const { headers } of added.received) expect(ofSecond).not.toContain(headers['webhook-id']);
  expect(first.heard()).toEqual([]);
});

it('the dispatcher posts no more to an Application that left and was unregistered', async () => {
  const { first, listeners, formation, moveEvents, expectNews } = await started(2);
  const leaving = `mutation { unassignFormation(objectID: "${first.id}", objectType: APPLICATION, formation: {name: "${formation}"}) { id } }`;
  await director(leaving);
  await eventually(() => expect(first.heard()).toHaveLength(1));
  await director('mutation ($id: ID!) { unregisterApplication(id: $id) { id } }', { id: first.id });
  await moveEvents('https://fewer.example');
  await expectNews([['RuntimeEventingUrlChanged']], listeners.slice(1));
  expect(first.heard()).toHaveLength(1);
});
