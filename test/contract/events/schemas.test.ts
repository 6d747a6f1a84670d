import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import ajvDraft4 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { applicationEventSchema, applicationEventTypes } from '#agent/lambda/application-events.ts';
import { eventEnvelopeSchema } from '#shared/events/event-envelope-schema.ts';
import { detailTypes, eventJsonSchema } from '#shared/events/event-json-schema.ts';
import { configurationNotificationJsonSchema } from '#shared/webhooks/configuration-notification.ts';
import { testNotificationJsonSchema } from '#shared/webhooks/test-notification.ts';

const folder = new URL('../../../docs/schemas/', import.meta.url);
/** These log the reason why a schema is invalid. */
const draft7 = new Ajv();
const draft4 = new ajvDraft4.default();
const published = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('the published schemas of events', () => {
  it('are one for each event, and no more', () => {
    expect(readdirSync(folder).sort()).toEqual([...detailTypes.map((type) => `${type}.json`), 'runtime', 'webhooks'].sort());
  });

  it.each(detailTypes)('say what the code says of %s; after an intended change, run `npm run schemas`', (type) => {
    expect(published(`${type}.json`)).toEqual(JSON.parse(JSON.stringify(eventJsonSchema(type))));
  });
});

describe('the published schemas of messages to webhooks', () => {
  it('say what the code says; after an intended change, run `npm run schemas`', () => {
    expect(readdirSync(new URL('webhooks/', folder)).sort()).toEqual(['ConfigurationChanged.json', 'WebhookTest.json']);
    expect(published('webhooks/ConfigurationChanged.json')).toEqual(JSON.parse(JSON.stringify(configurationNotificationJsonSchema())));
    expect(published('webhooks/WebhookTest.json')).toEqual(JSON.parse(JSON.stringify(testNotificationJsonSchema())));
  });
});

describe('the published schemas of events on the bus of a Runtime', () => {
  it('say what the code says; after an intended change, run `npm run schemas`', () => {
    const types = Object.values(applicationEventTypes);
    expect(readdirSync(new URL('runtime/', folder)).sort()).toEqual(types.map((type) => `${type}.json`).sort());
    for (const type of types) expect(published(`runtime/${type}.json`)).toEqual(JSON.parse(JSON.stringify(applicationEventSchema(type))));
  });
});

describe('a published JSON Schema', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const stage = join(fileURLToPath(folder), '../../stages/stage.schema.json');

  it.each([...files, stage])('is valid by the meta schema of draft 7: %s', (file) => {
    const schema = published(file) as { $schema: string };
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(draft7.validateSchema(schema)).toBe(true);
  });

  it.each(files.filter((file) => !file.startsWith('webhooks')))(
    'has integers for versions, so that no code has floats for them: %s',
    (file) => {
      const { properties } = published(file) as Record<string, Record<string, Record<string, Record<string, { type: string }>>>>;
      const { schemaVersion, entityVersion } = properties?.metadata?.properties ?? {};
      expect([schemaVersion?.type, entityVersion?.type]).toEqual(['integer', 'integer']);
    },
  );
});

describe('the schema of an event in the registry of EventBridge', () => {
  it.each(detailTypes)('is valid by the meta schema of draft 4, and has an integer for its version: %s', (type) => {
    const schema = JSON.parse(JSON.stringify(eventEnvelopeSchema(type)));
    expect(draft4.validateSchema(schema)).toBe(true);
    expect(schema.properties.detail.properties.metadata.properties.schemaVersion).toMatchObject({ type: 'integer' });
  });
});
