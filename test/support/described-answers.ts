import { type Schema, Validator } from '@cfworker/json-schema';
import { stringify } from 'yaml';

/** The responses of an operation in an OpenAPI document without references, by status. */
export type DescribedAnswers = Readonly<Record<string, DescribedAnswer>>;

interface DescribedAnswer {
  readonly headers?: Readonly<Record<string, { readonly schema: Schema; readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The parsed body; undefined if there is none. */
  readonly body?: unknown;
}

/** An answer as `test/contract/openapi/` keeps it. */
export interface RecordedAnswer {
  readonly operation: string;
  /** The request, in words. */
  readonly to: string;
  readonly status: number;
  /** The parsed body; absent if there is none. */
  readonly body?: unknown;
}

/** Lists the deviations of an answer from its description, in which a field that is not named is none. */
export function problemsOf(described: DescribedAnswers, { status, headers, body }: Answer): unknown[] {
  const answer = described[String(status)];
  if (!answer) return [`status ${status} is not described`];
  const inHeaders = Object.entries(answer.headers ?? {}).flatMap<unknown>(([name, { schema, required }]) => {
    const value = headers[name.toLowerCase()];
    if (value === undefined) return required ? [`${name} is missing`] : [];
    return errorsOf(schema, value);
  });
  const schema = answer.content?.['application/json']?.schema;
  if (!schema) return body === undefined ? inHeaders : ['there should be no body'];
  const inType = String(headers['content-type']).startsWith('application/json') ? [] : ['no JSON'];
  return [...inHeaders, ...inType, ...errorsOf(closed(schema), body)];
}

/** Says whether a client that goes by the document takes the answer when each of its objects, except maps of these names, has one more field. */
export function isTakenWithMoreFields(described: DescribedAnswers, { status, body }: Answer, maps = mapsOfLists): boolean {
  const schema = described[String(status)]?.content?.['application/json']?.schema;
  return schema === undefined || errorsOf(schema, withMoreFields(body, maps)).length === 0;
}

const errorsOf = (schema: Schema, value: unknown): unknown[] => new Validator(schema, '2020-12').validate(value).errors;

/** The schema without the permission for further fields, where it names some. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return ('properties' in inside && inside.additionalProperties === true ? { ...inside, additionalProperties: false } : inside) as T;
}

/** Maps of lists by any name. A further entry is not a further field. */
const mapsOfLists: readonly string[] = ['additionalHeaders', 'additionalQueryParams'];

/** Adds a field to each object in the value. */
export function withMoreFields(value: unknown, maps = mapsOfLists): unknown {
  if (Array.isArray(value)) return value.map((one) => withMoreFields(one, maps));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, inside]) => [key, maps.includes(key) ? inside : withMoreFields(inside, maps)]);
  return { ...Object.fromEntries(fields), addedLater: { values: ['x', 1, null] } };
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const cursors = /"endCursor":"[^"]+"/g;
const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** Collects answers. Ids, cursors and instants get values that are the same each time. */
export function answerRecorder() {
  const recorded: RecordedAnswer[] = [];
  const ids = new Map<string, string>();
  const idFor = (id: string): string => {
    const known = ids.get(id) ?? `00000000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  };
  return {
    record(operation: string, to: string, { status, body }: Answer): void {
      const text = JSON.stringify({ operation, to, status, body });
      const stable = text.replace(uuids, idFor).replace(cursors, '"endCursor":"Y3Vyc29y"').replace(instants, '2026-01-01T00:00:00.000Z');
      recorded.push(JSON.parse(stable));
    },
    /** The answers as YAML. */
    text: (): string => stringify(recorded, { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}
