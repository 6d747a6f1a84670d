import { writeFileSync } from 'node:fs';
import { asyncApiText } from './asyncapi/asyncapi-text.ts';

writeFileSync(new URL('../docs/api/events.asyncapi.yaml', import.meta.url), asyncApiText());
