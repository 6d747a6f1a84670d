import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationEventSchema, applicationEventTypes } from '#agent/lambda/application-events.ts';
import { detailTypes, eventJsonSchema } from '#shared/events/event-json-schema.ts';
import { testNotificationJsonSchema } from '#shared/webhooks/test-notification.ts';

const folder = new URL('../../../docs/schemas/', import.meta.url);
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
    expect(readdirSync(new URL('webhooks/', folder))).toEqual(['WebhookTest.json']);
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
