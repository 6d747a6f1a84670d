import * as z from 'zod';
import { stageFileSchema } from './setting-schema.ts';

/** The schema of `stages/<stage>.json` for editors, which find it by the file's `$schema`. */
export const stageJsonSchema = (): object => ({
  title: 'Settings of a stage',
  ...z.toJSONSchema(stageFileSchema, { target: 'draft-7', io: 'input' }),
});
