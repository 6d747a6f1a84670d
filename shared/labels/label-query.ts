import { readJson } from '../core/bounded-json.ts';
import { invalidRequest } from '../core/errors.ts';
import type { JsonValue } from '../core/json.ts';

/** Maximum number of lists and objects in a query. Each is compared with every element of a list. */
const maxParts = 100;

/** Maximum number of alternatives in a path. */
const maxAlternatives = 100;

/**
 * Reads the query of a label filter. A path `$[*] ? (@ == "X" || @ == "Y")` is satisfied by a list that has one of the texts. Any other query is JSON,
 * which the label must contain: a list each of its elements, an object each of its fields, and a text, number or boolean by being it or a list
 * with it. Throws InvalidData for a query that cannot be read.
 */
export function valueCondition(query: string): (value: JsonValue) => boolean {
  const alternatives = listedTexts(query);
  if (alternatives) return (value) => Array.isArray(value) && value.some((one) => typeof one === 'string' && alternatives.has(one));
  const read = readJson(query);
  if ('problem' in read) throw invalidRequest('the query of a label filter must be JSON, or a path $[*] ? (@ == "X" || @ == "Y")');
  const wanted = read.value as JsonValue;
  if (partsOf(wanted) > maxParts) throw invalidRequest(`the query of a label filter has at most ${maxParts} lists and objects`);
  return (value) => contains(value, wanted) || (isScalar(wanted) && Array.isArray(value) && value.some((one) => one === wanted));
}

const partsOf = (value: JsonValue): number =>
  isScalar(value) ? 0 : Object.values(value as object).reduce((count: number, one) => count + partsOf(one), 1);

const isScalar = (value: JsonValue): boolean => typeof value !== 'object' || value === null;

const isList = (value: JsonValue): value is JsonValue[] => Array.isArray(value);

/** Tells whether a value contains another, as PostgreSQL's `@>` for jsonb does: order and repetition in lists do not count. */
function contains(value: JsonValue, wanted: JsonValue): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (isList(wanted)) return isList(value) && containsAll(value, wanted);
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  return Object.entries(wanted).every(([key, one]) => Object.hasOwn(value, key) && contains(value[key] as JsonValue, one as JsonValue));
}

function containsAll(value: readonly JsonValue[], wanted: readonly JsonValue[]): boolean {
  const scalars = new Set(value.filter(isScalar));
  return wanted.every((one) => (isScalar(one) ? scalars.has(one) : value.some((element) => contains(element, one))));
}

const beginning = /^\$\[\*\]\s{0,99}\?\s{0,99}\(/;
const alternative = /\s{0,99}@\s{0,99}==\s{0,99}("(?:[^"\\]|\\.){1,512}")\s{0,99}(\|\||\))/y;

/** The texts of a path; undefined for a query that is none. */
function listedTexts(query: string): ReadonlySet<string> | undefined {
  const begun = beginning.exec(query);
  if (!begun) return undefined;
  const texts = new Set<string>();
  alternative.lastIndex = begun[0].length;
  for (let count = 0; count < maxAlternatives; count += 1) {
    const [, text = '', end] = alternative.exec(query) ?? [];
    const read = readJson(text);
    if ('problem' in read) return undefined;
    texts.add(String(read.value));
    if (end === ')') return query.slice(alternative.lastIndex).trim() === '' ? texts : undefined;
  }
  return undefined;
}
