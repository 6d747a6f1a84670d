import { readFileSync } from 'node:fs';
import { type Schema, Validator as SchemaValidator } from '@cfworker/json-schema';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { maxBodyBytes, maxEventBytes } from '#shared/application-events/event-limits.ts';
import type { BusEvent } from '#shared/application-events/send-events.ts';
import { AppError } from '#shared/core/errors.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { type Answer, answerRecorder, type DescribedAnswers, isTakenWithMoreFields, problemsOf } from '#test/support/described-answers.ts';
import { startEventsGateway } from '#test/support/events-gateway-world.ts';

interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: DescribedAnswers;
}
type Gateway = Awaited<ReturnType<typeof startEventsGateway>>;
type Path = 'events' | 'v1/events';
type Request = Parameters<Gateway['send']>[1];

const paths: readonly Path[] = ['events', 'v1/events'];
const validator = new Validator();
const recorder = answerRecorder();
let specification: { readonly paths: Readonly<Record<string, { readonly post: Operation }>> };
let connector: ConnectorWorld;
let gateway: Gateway;
let certificate: string;

beforeAll(async () => {
  expect(await validator.validate(parse(readFileSync('docs/api/events.openapi.yaml', 'utf8')))).toEqual({ valid: true });
  specification = validator.resolveRefs() as unknown as typeof specification;
  connector = await startConnector();
  const shop = await connector.pair('application');
  certificate = shop.certificate;
  gateway = await startEventsGateway(connector, shop.owner.tenant);
  gateway.world.view.set(shop.owner.id, 'shop');
});
afterAll(async () => {
  gateway?.stop();
  await connector?.stop();
});

const operation = (path: Path): Operation => {
  const described = specification.paths[`/{application}/${path}`]?.post;
  if (!described) throw new Error(`${path} is not described`);
  return described;
};
const isValid = (schema: Schema, value: unknown): boolean => new SchemaValidator(schema, '2020-12').validate(value).valid;
const send = (path: Path, request: Request, replaced?: Parameters<Gateway['send']>[2], name = 'shop') =>
  gateway.send(name, { certificate, path, ...request }, replaced);

/** Expects that the answer is described, with and without fields that are added later. Records it. */
function expectDescribed(path: Path, to: string, answer: Answer): void {
  const { operationId, responses } = operation(path);
  expect(problemsOf(responses, answer)).toEqual([]);
  expect(isTakenWithMoreFields(responses, answer)).toBe(true);
  recorder.record(operationId, to, answer);
}

const structured = { 'content-type': 'application/cloudevents+json' };
const batched = { 'content-type': 'application/cloudevents-batch+json' };
const json = { 'content-type': 'application/json' };
const binary = {
  'ce-specversion': '1.0',
  'ce-id': '1',
  'ce-source': '/orders',
  'ce-type': 'order.placed.v1',
  'content-type': 'text/plain',
};
const event = { specversion: '1.0', id: '1', source: '/orders', type: 'order.placed.v1', data: { order: '4711' } };
const legacy = { 'event-type': 'order.placed', 'event-type-version': 'v1', 'event-time': '2026-01-01T00:00:00Z', data: 1 };
const failing = (put: () => Promise<unknown>) => ({ bus: { put: put as never } });
const notStored = { put: async (events: readonly BusEvent[]) => ({ events, final: false }) };
const busy = async () => {
  throw new AppError('TooManyRequests', 'the Application sends too many requests', { details: { retryAfterSeconds: 2 } });
};

describe.each(paths)('the OpenAPI file and the gateway agree on POST /{application}/%s', (path) => {
  it('about each example of a request, which is valid and taken', async () => {
    const examples = Object.entries(operation(path).requestBody.content).filter(([, { example }]) => example !== undefined);
    expect(examples.length).toBe(path === 'events' ? 2 : 3);
    for (const [type, { schema, example }] of examples) {
      expect(isValid(schema, example), type).toBe(true);
      const answer = await send(path, { headers: { 'content-type': type }, body: example });
      expect(answer.status, type).toBe(type === 'application/json' ? 200 : 204);
      expectDescribed(path, `a request of type ${type}`, answer);
    }
  });

  it('about an event in binary mode', async () => {
    const answer = await send(path, { headers: binary, body: 'text' });
    expect(answer.status).toBe(204);
    expectDescribed(path, 'an event in binary mode', answer);
  });

  it.each<[string, number, () => ReturnType<Gateway['send']>]>([
    ['an event that is not valid', 400, () => send(path, { headers: structured, body: { ...event, id: '' } })],
    ['a batch with another event of the same id', 400, () => send(path, { headers: batched, body: [event, { ...event, data: 2 }] })],
    ['a body that is no JSON', 400, () => send(path, { headers: structured, body: '{' })],
    ['no credential', 401, () => gateway.send('shop', { path, headers: structured, body: event })],
    ['a token that does not count', 401, () => gateway.send('shop', { path, token: 'x', headers: structured, body: event })],
    ['the name of another Application', 403, () => send(path, { headers: structured, body: event }, undefined, 'other')],
    ['an event that is too large', 413, () => send(path, { headers: structured, body: { ...event, data: 'x'.repeat(maxEventBytes) } })],
    ['a request that is too large', 413, () => send(path, { headers: batched, body: ' '.repeat(maxBodyBytes + 1) })],
    ['another format of CloudEvents', 415, () => send(path, { headers: { 'content-type': 'application/cloudevents+avro' }, body: event })],
    ['a packed request', 415, () => send(path, { headers: { ...structured, 'content-encoding': 'gzip' }, body: event })],
    ['too many requests', 429, () => send(path, { headers: structured, body: event }, { admit: busy })],
    [
      'a failure',
      500,
      () =>
        send(
          path,
          { headers: structured, body: event },
          failing(() => Promise.reject(new Error('inside'))),
        ),
    ],
    ['a batch of which a part was stored', 503, () => send(path, { headers: batched, body: [event] }, { bus: notStored as never })],
  ])('about the answer to %s: %i', async (to, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expectDescribed(path, to, answer);
  });

  it('about the answer while the control plane is away: 503', async () => {
    gateway.world.isAway = true;
    const other = await connector.pair('application');
    const answer = await send(path, { certificate: other.certificate, headers: structured, body: event });
    gateway.world.isAway = false;
    expect(answer.status).toBe(503);
    expectDescribed(path, 'an event while the control plane is away', answer);
  });

  it('and on what is neither described nor answered', async () => {
    const answer = await send(path, { headers: structured, body: { ...event, id: '' } });
    const { responses } = operation(path);
    expect(problemsOf(responses, { ...answer, body: { ...answer.body, surprise: 1 } })).not.toEqual([]);
    expect(problemsOf(responses, { ...answer, status: 418 })).toEqual(['status 418 is not described']);
  });
});

describe('the OpenAPI file and the gateway agree on the JSON of the original', () => {
  it.each([
    ['an event without data', 400, { ...legacy, data: '' }],
    ['an event with a wrong version', 400, { ...legacy, 'event-type-version': 'v 1' }],
    ['an event of a day that no month has', 400, { ...legacy, 'event-time': '2026-02-30T00:00:00Z' }],
    ['a text', 400, 'no JSON'],
    ['an event that is too large', 413, { ...legacy, data: 'x'.repeat(maxEventBytes) }],
    ['a request that is too large', 413, { ...legacy, data: 'x'.repeat(maxBodyBytes) }],
  ])('which is refused for %s: %i', async (to, status, body) => {
    const answer = await send('v1/events', { headers: json, body });
    expect(answer.status).toBe(status);
    expectDescribed('v1/events', to, answer);
    expect(['bad_payload_syntax', 'validation_violation', 'request_body_too_large']).toContain(answer.body.type);
  });
});

describe('the schemas of requests', () => {
  const schemaOf = (type: string): Schema => operation('v1/events').requestBody.content[type]?.schema ?? {};

  it.each([
    ['application/cloudevents+json', structured, { ...event, id: '' }],
    ['application/cloudevents+json', structured, { ...event, specversion: '0.3' }],
    ['application/cloudevents+json', structured, { ...event, extension: {} }],
    ['application/cloudevents+json', structured, { ...event, type: 'x'.repeat(129) }],
    ['application/cloudevents-batch+json', batched, Array.from({ length: 101 }, (_, id) => ({ ...event, id: String(id) }))],
    ['application/json', json, { ...legacy, 'event-id': 'x' }],
    ['application/json', json, { ...legacy, data: null }],
    ['application/json', json, { ...legacy, 'event-type': '' }],
  ])('of %s refuse what the gateway refuses', async (type, headers, body) => {
    expect(isValid(schemaOf(type), body)).toBe(false);
    expect((await send('v1/events', { headers, body })).status).toBe(400);
  });

  it.each([
    ['application/cloudevents+json', structured, { ...event, subject: null, extension: 7, flag: true }],
    [
      'application/cloudevents+json',
      structured,
      { ...event, datacontenttype: null, dataschema: null, time: null, data_base64: null, extension: null },
    ],
    ['application/cloudevents+json', structured, { specversion: '1.0', id: '1', source: '/s', type: 't', data_base64: 'AAAA' }],
    ['application/cloudevents-batch+json', batched, []],
    ['application/json', json, { ...legacy, 'event-id': '', data: false }],
  ])('of %s take what the gateway takes', async (type, headers, body) => {
    expect(isValid(schemaOf(type), body)).toBe(true);
    expect((await send('v1/events', { headers, body })).status).toBeLessThan(300);
  });

  it('have no further fields, which the gateway ignores in the JSON of the original', async () => {
    const further = { ...legacy, further: {} };
    expect(isValid(schemaOf('application/json'), further)).toBe(false);
    expect((await send('v1/events', { headers: json, body: further })).status).toBe(200);
  });
});

it('the answers to events are those that generated clients are tested with; after an intended change, update the snapshot', async () => {
  await expect(recorder.text()).toMatchFileSnapshot('../contract/openapi/events-answers.yaml');
});
