import { runInNewContext } from 'node:vm';
import type { Schema, SchemaDraft } from '@cfworker/json-schema';
import { readJson } from '../core/bounded-json.ts';

/** Milliseconds. A pattern can make matching take for ever, and every Application can register a schema. */
const checkTimeoutMs = 250;

const unusable = 'cannot be checked: the schema is no JSON Schema that can be evaluated';

/**
 * Explains why a JSON text violates a JSON Schema (drafts 4, 7, 2019-09 and 2020-12); undefined if it does not. Schemas are untrusted: they are
 * interpreted, not compiled to code, no reference is fetched, and a check that takes too long is a problem.
 */
export async function jsonSchemaProblem(schemaText: string, jsonText: string): Promise<string | undefined> {
  const schema = parsed(schemaText);
  if (!isSchema(schema)) return unusable;
  const value = parsed(jsonText);
  if (value === undefined) return 'must be JSON';
  // Few requests need it, and loading it costs every cold start.
  const { Validator } = await import('@cfworker/json-schema');
  const check = () => new Validator(schema, draftOf(schema)).validate(value);
  try {
    const { valid, errors } = runInNewContext('check()', { check }, { timeout: checkTimeoutMs }) as ReturnType<typeof check>;
    const innermost = errors.at(-1);
    return valid ? undefined : `${innermost?.instanceLocation ?? '#'}: ${innermost?.error ?? 'does not match the schema'}`;
  } catch {
    return unusable;
  }
}

/** Returns true if a text is a JSON Schema that values can be checked by. */
export const isUsableSchema = async (schemaText: string): Promise<boolean> => (await jsonSchemaProblem(schemaText, '0')) !== unusable;

function parsed(text: string): unknown {
  const read = readJson(text);
  return 'problem' in read ? undefined : read.value;
}

const isSchema = (value: unknown): value is Schema | boolean =>
  typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));

const drafts: readonly (readonly [part: string, draft: SchemaDraft])[] = [
  ['draft-04', '4'],
  ['2019-09', '2019-09'],
  ['2020-12', '2020-12'],
];

/** Schemas that name no draft were written for 7 or are understood by it. */
function draftOf(schema: Schema | boolean): SchemaDraft {
  const named = typeof schema === 'boolean' ? '' : String(schema.$schema ?? '');
  return drafts.find(([part]) => named.includes(part))?.[1] ?? '7';
}
