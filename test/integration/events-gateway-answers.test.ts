import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxBodyBytes, maxEventBytes } from '#shared/application-events/event-limits.ts';
import type { BusEvent } from '#shared/application-events/send-events.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { startEventsGateway } from '#test/support/events-gateway-world.ts';

let connector: ConnectorWorld;
let certificate: string;
let gateway: Awaited<ReturnType<typeof startEventsGateway>>;

beforeAll(async () => {
  connector = await startConnector();
  const shop = await connector.pair('application');
  certificate = shop.certificate;
  gateway = await startEventsGateway(connector, shop.owner.tenant);
  gateway.world.view.set(shop.owner.id, 'shop');
});
afterAll(async () => {
  gateway.stop();
  await connector.stop();
});
beforeEach(() => {
  gateway.world.stored.length = 0;
});

const structured = { 'content-type': 'application/cloudevents+json' };
const batched = { 'content-type': 'application/cloudevents-batch+json' };
const binary = { 'ce-specversion': '1.0', 'ce-id': 'e-1', 'ce-source': '/orders', 'ce-type': 'order.created' };
const event = { specversion: '1.0', id: 'e-1', source: '/orders', type: 'order.created', data: { order: 1 } };
const legacy = { 'event-type': 'order.created', 'event-type-version': 'v1', 'event-time': '2026-01-01T00:00:00Z', data: { order: 1 } };

const send = (headers: Record<string, string>, body: unknown, path?: 'events' | 'v1/events') =>
  gateway.send('shop', { certificate, headers, body, ...(path && { path }) });
const details = () => gateway.world.stored.map(({ json }) => JSON.parse(json));

describe.each(['events', 'v1/events'] as const)('POST /{application}/%s', (path) => {
  it('stores a CloudEvent of each mode, and answers 204', async () => {
    expect(await send(structured, event, path)).toMatchObject({ status: 204, body: undefined });
    expect(await send({ ...binary, 'content-type': 'application/json' }, { order: 1 }, path)).toMatchObject({ status: 204 });
    expect(await send(batched, [event, { ...event, id: 'e-2' }], path)).toMatchObject({ status: 204 });
    expect(details()).toEqual([event, { ...event, datacontenttype: 'application/json' }, event, { ...event, id: 'e-2' }]);
    expect(new Set(gateway.world.stored.map(({ source, type }) => `${source} ${type}`))).toEqual(new Set(['shop order.created']));
  });

  it('stores nothing of a batch with a wrong event, and names it', async () => {
    expect(await send(batched, [event, { ...event, id: '' }], path)).toMatchObject({
      status: 400,
      body: { status: 400, type: 'InvalidData', details: [{ field: 'id[1]', type: 'InvalidData', message: 'must not be empty' }] },
    });
    expect(gateway.world.stored).toEqual([]);
  });

  it('refuses an event and a body that are too large', async () => {
    const large = { ...event, data: 'x'.repeat(maxEventBytes) };
    expect(await send(structured, large, path)).toMatchObject({ status: 413, body: { type: 'EventTooLarge' } });
    const body = [event, event, event].map((one, id) => ({ ...one, id: String(id), data: 'x'.repeat(maxBodyBytes / 2) }));
    expect(await send(batched, body, path)).toMatchObject({ status: 413, body: { type: 'EventTooLarge' } });
    expect(gateway.world.stored).toEqual([]);
  });

  it('refuses a packed body', async () => {
    expect(await send({ ...structured, 'content-encoding': 'gzip' }, event, path)).toMatchObject({ status: 415 });
  });
});

describe('POST /{application}/v1/events', () => {
  it('stores the JSON of the original, and answers with the id of the event', async () => {
    const json = { 'content-type': 'application/json' };
    const id = randomUUID();
    expect(await send(json, { ...legacy, 'event-id': id }, 'v1/events')).toMatchObject({
      status: 200,
      body: { 'event-id': id, status: '', reason: '' },
    });
    const { body } = await send(json, legacy, 'v1/events');
    expect(details()).toMatchObject([
      { id, type: 'order.created.v1', source: 'shop', eventtypeversion: 'v1', data: { order: 1 } },
      { id: body['event-id'] },
    ]);
  });

  it('refuses other JSON in the words of the original', async () => {
    expect(await send({ 'content-type': 'application/json' }, { ...legacy, data: undefined }, 'v1/events')).toMatchObject({
      status: 400,
      body: {
        status: 400,
        type: 'validation_violation',
        message: 'Missing field',
        details: [{ field: 'data', type: 'missing_field', message: 'Missing field' }],
      },
    });
    expect(await send({ 'content-type': 'application/json' }, 'no JSON', 'v1/events')).toMatchObject({
      status: 400,
      body: { status: 400, type: 'bad_payload_syntax', message: 'Bad payload syntax' },
    });
  });
});

describe('POST /{application}/events', () => {
  it('refuses a body that is no CloudEvent, and says what is', async () => {
    const { status, body } = await send({ 'content-type': 'application/json' }, legacy);
    expect({ status, ...body }).toMatchObject({ status: 415, type: 'UnsupportedEventFormat' });
    expect(body.message).toContain('application/cloudevents+json');
  });
});

describe('a bus that did not store all events', () => {
  const withBus = (put: (events: readonly BusEvent[]) => Promise<undefined | { events: readonly BusEvent[]; final: boolean }>) =>
    gateway.send('shop', { certificate, headers: batched, body: [event, { ...event, id: 'e-2' }] }, { bus: { put } as never });

  it('is an answer that the same request may be sent again, with the positions of what is missing', async () => {
    expect(await withBus(async (events) => ({ events: events.slice(1), final: false }))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { type: 'EventsNotStored', details: [{ field: 'positions', message: '1' }] },
    });
  });

  it('is an answer that a repetition is useless, if the bus can never take an event', async () => {
    expect(await withBus(async (events) => ({ events, final: true }))).toMatchObject({ status: 400, body: { type: 'InvalidData' } });
  });

  it('is masked if it fails in another way', async () => {
    const put = () => Promise.reject(new Error('secret of the inside'));
    const { status, body } = await withBus(put);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('the log of the gateway', () => {
  it('has nothing of events and credentials', async () => {
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => void lines.push(line);
    const log = { info: write, warn: write, error: write, appendKeys: () => undefined };
    const secret = 'correct-horse-battery';
    const body = { ...event, id: secret, subject: secret, data: { secret } };
    const failing = { put: async (events: readonly BusEvent[]) => ({ events, final: false, cause: new Error('busy') }) };
    await gateway.send('shop', { certificate, headers: structured, body }, { log: log as never, bus: failing as never });
    await gateway.send('shop', { token: secret, headers: structured, body: `{"${secret}` }, { log: log as never });
    await gateway.send('shop', { certificate, headers: structured, body: `{"${secret}` }, { log: log as never });
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines, (_, value) => (value instanceof Error ? `${value.stack} ${value.cause}` : value))).not.toContain(secret);
  });
});
