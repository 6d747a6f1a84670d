import { readFileSync } from 'node:fs';
import specifications from '@asyncapi/specs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applicationEventTypes } from '#agent/lambda/application-events.ts';
import { sourceOf } from '#shared/events/event-catalogue.ts';
import { detailTypes } from '#shared/events/event-json-schema.ts';
import { asyncApiText } from '../../../scripts/asyncapi/asyncapi-text.ts';
import samples from './samples-v1.json' with { type: 'json' };

interface Message {
  readonly name: string;
  readonly headers?: { readonly $ref: string };
  readonly payload: { readonly $ref: string };
  readonly examples?: readonly { readonly headers: object; readonly payload: object }[];
}
interface Described {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, { readonly $ref: string }>> }>>;
  readonly operations: Readonly<Record<string, { readonly channel: { readonly $ref: string } }>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>>; readonly schemas: Readonly<Record<string, object>> };
}

const text = readFileSync(new URL('../../../docs/api/events.asyncapi.yaml', import.meta.url), 'utf8');
const described = parse(text) as Described;

/** The value at a local reference; undefined if there is none. */
const at = (reference: string): unknown =>
  reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], described);

/** All references in a value. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(value).flatMap(references)];
}

const validator = new Ajv({ strict: false, allErrors: true });
formats.default(validator);
validator.addSchema(described, 'document');
const problems = ({ $ref }: { readonly $ref: string }, value: unknown): unknown => {
  const validate = validator.getSchema(`document${$ref}`);
  if (!validate) return `no schema ${$ref}`;
  return validate(value) ? [] : validate.errors;
};

describe('the AsyncAPI document', () => {
  it('says what the code says; after an intended change, run `npm run schemas`', () => {
    expect(text).toBe(asyncApiText());
  });

  it('is valid by the JSON Schema of AsyncAPI 3', () => {
    const ofSpecification = new Ajv({ strict: false, logger: false });
    formats.default(ofSpecification);
    const validate = ofSpecification.compile(specifications.schemasWithoutId['3.0.0']);
    validate(described);
    expect(validate.errors).toBeNull();
  });

  it('has whatever it refers to', () => {
    const missing = references(described).filter((reference) => at(reference) === undefined);
    expect(missing).toEqual([]);
  });

  it('has each event of Compass and its Agents, and each message to webhooks, in one channel', () => {
    const named = Object.values(described.channels).flatMap(({ messages }) => Object.keys(messages));
    const expected = [...detailTypes, ...Object.values(applicationEventTypes), 'ConfigurationChanged', 'WebhookTest'];
    expect(named.toSorted()).toEqual(expected.toSorted());
    expect(Object.keys(described.components.messages).toSorted()).toEqual(named.toSorted());
    expect(new Set(Object.values(described.operations).map(({ channel }) => channel.$ref))).toEqual(
      new Set(Object.keys(described.channels).map((name) => `#/channels/${name}`)),
    );
  });

  it('has schemas that are valid by the meta schema of their draft', () => {
    const invalid = Object.entries(described.components.schemas).filter(([, schema]) => !validator.validateSchema(schema));
    expect(invalid).toEqual([]);
  });
});

describe('a message of the AsyncAPI document', () => {
  const messages = Object.values(described.components.messages);

  it.each(messages.filter(({ examples }) => examples))(
    'has examples that fit its schemas: $name',
    ({ examples = [], headers, payload }) => {
      expect(examples).toHaveLength(1);
      for (const example of examples) {
        expect(problems(payload, example.payload)).toEqual([]);
        expect(headers && problems(headers, example.headers)).toEqual([]);
      }
    },
  );

  it.each(detailTypes)('has the schema of the event as EventBridge sends it: %s', (type) => {
    const event = {
      version: '0',
      id: '6f1e4b52-58dd-4b3c-8d2c-0f3d6d1b2c3a',
      account: '111122223333',
      time: '2026-01-02T03:04:05Z',
      region: 'eu-central-1',
      resources: [],
      'detail-type': type,
      source: sourceOf(type),
      detail: { metadata: samples.metadata, data: samples.data[type as keyof typeof samples.data] },
    };
    const { payload } = described.components.messages[type] ?? { payload: { $ref: '' } };
    expect(problems(payload, event)).toEqual([]);
    expect(problems(payload, { ...event, detail: {} })).not.toEqual([]);
  });
});
