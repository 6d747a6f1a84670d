import * as z from 'zod';
import { readJson } from './bounded-json.ts';
import { invalidData } from './errors.ts';
import { hasScheme, isUrlOrHost } from './schemeless-url.ts';

/** Parses input by its schema; throws InvalidData that names every field and the first thing that is wrong with it. */
export function validate<T extends z.ZodType>(inputName: string, schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.toReversed().map((issue) => [issue.path.join('.') || 'input', reasonOf(issue)]);
  throw invalidData(inputName, Object.fromEntries(problems));
}

/** The reason why the key of a record is refused is in an issue of its own. */
const reasonOf = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;

/** Turns null, which GraphQL clients send for an empty field, into an absent field. */
const absent = (value: unknown): unknown => (value === null ? undefined : value);

export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());

/** Text of at most `length` characters, counted as code points. */
export const text = (length: number) => z.string().refine((value) => isWithin(value, length), `the length must be no more than ${length}`);

/** A code point takes at most two of a string's units, so that longer texts need not be counted. */
const isWithin = (value: string, length: number): boolean =>
  value.length <= length || (value.length <= 2 * length && [...value].length <= length);

/** Text of at least one character. */
export const filled = z.string().refine((value) => value.length > 0, 'cannot be blank');

/** Text of at most `size` bytes, the unit of storage limits. */
export const sized = (size: number) => z.string().refine((value) => Buffer.byteLength(value) <= size, `must be at most ${size} bytes`);

/** The text of any JSON value, of at most `size` bytes. */
export const jsonText = (size: number) =>
  sized(size).superRefine((value, context) => {
    const read = readJson(value);
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
  });

export const required = (length: number) => filled.refine((value) => isWithin(value, length), `the length must be between 1 and ${length}`);

/** An absolute URL of a scheme with an authority, as long as the original allows. */
export const url = (length = 256) => text(length).refine((value) => URL.canParse(value) && hasScheme(value), 'must be a valid URL');

/** The same, or without the scheme. */
export const urlOrHost = (length = 256) => text(length).refine(isUrlOrHost, 'must be a valid URL');

/** A time whose text in ISO 8601 sorts as the time does: years beyond 9999 begin with a sign. */
export const time = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999, 'must be a time of the years 0 to 9999');

/** A name in the manner of DNS-1123: the rule for integration systems and placeholders. */
export const dnsName = filled
  .max(36)
  .regex(
    /^[a-z]([-a-z0-9]{0,34}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,34}[a-z0-9])?){0,18}$/,
    'must consist of lower case letters, digits, - and ., begin with a letter and end with a letter or digit',
  );

/** Printable ASCII of 1 to 100 characters: the rule for names of bundles and definitions. */
export const printableName = required(100).refine((value) => !/[^\x20-\x7e]/.test(value), 'must contain printable ASCII characters only');
