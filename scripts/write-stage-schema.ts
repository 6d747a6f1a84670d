import { writeFileSync } from 'node:fs';
import { stageJsonSchema } from '#infra/stage-json-schema.ts';

writeFileSync(new URL('../stages/stage.schema.json', import.meta.url), `${JSON.stringify(stageJsonSchema(), null, 2)}\n`);
