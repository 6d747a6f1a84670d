import * as z from 'zod';

/** A variable whose text is JSON of the schema. */
export const jsonVariable = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, { addIssue }): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        addIssue('must be JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
