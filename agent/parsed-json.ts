import type * as z from 'zod';

/** The value of a JSON text; undefined if it is not JSON, or not of the schema. */
export function parsedJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  return schema.safeParse(jsonOrUndefined(text)).data;
}

export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
