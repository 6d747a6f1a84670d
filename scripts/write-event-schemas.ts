import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { detailTypes, eventJsonSchema } from '#shared/events/event-json-schema.ts';

const folder = new URL('../docs/schemas/', import.meta.url);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const detailType of detailTypes) {
  writeFileSync(new URL(`${detailType}.json`, folder), `${JSON.stringify(eventJsonSchema(detailType), null, 2)}\n`);
}
