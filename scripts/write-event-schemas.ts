import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { detailTypes, eventJsonSchema } from '#shared/events/event-json-schema.ts';
import { testNotificationJsonSchema } from '#shared/webhooks/test-notification.ts';

const folder = new URL('../docs/schemas/', import.meta.url);

rmSync(folder, { recursive: true, force: true });
mkdirSync(new URL('webhooks/', folder), { recursive: true });
const write = (name: string, schema: object): void => writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);

for (const detailType of detailTypes) write(`${detailType}.json`, eventJsonSchema(detailType));
write('webhooks/WebhookTest.json', testNotificationJsonSchema());
