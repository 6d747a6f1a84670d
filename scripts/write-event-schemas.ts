import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { applicationEventSchema, applicationEventTypes } from '#agent/lambda/application-events.ts';
import { detailTypes, eventJsonSchema } from '#shared/events/event-json-schema.ts';
import { configurationNotificationJsonSchema } from '#shared/webhooks/configuration-notification.ts';
import { testNotificationJsonSchema } from '#shared/webhooks/test-notification.ts';

const folder = new URL('../docs/schemas/', import.meta.url);

rmSync(folder, { recursive: true, force: true });
for (const part of ['webhooks/', 'runtime/']) mkdirSync(new URL(part, folder), { recursive: true });
const write = (name: string, schema: object): void => writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);

for (const detailType of detailTypes) write(`${detailType}.json`, eventJsonSchema(detailType));
write('webhooks/ConfigurationChanged.json', configurationNotificationJsonSchema());
write('webhooks/WebhookTest.json', testNotificationJsonSchema());
for (const detailType of Object.values(applicationEventTypes)) write(`runtime/${detailType}.json`, applicationEventSchema(detailType));
