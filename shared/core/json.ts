export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

export type JsonObject = { [key: string]: JsonValue };

/** Returns a copy with the keys of every object sorted. */
export function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, inOrder(inner)]));
}

/** DynamoDB nests 32 levels; what surrounds a value in its item takes a few of them. */
const maxDepth = 24;
/** The smallest number DynamoDB keeps, but for zero. */
const smallest = 1e-130;
/** Keys by which the marshaller distinguishes classes from plain objects. */
const reserved = new Set(['__proto__', 'constructor']);

/** Reason why a client's value cannot be stored unchanged; undefined if it can. */
export function storageProblem(value: JsonValue, depth = 0): string | undefined {
  if (depth > maxDepth) return `must not be nested deeper than ${maxDepth} levels`;
  if (typeof value === 'number') return numberProblem(value);
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'must be well-formed Unicode';
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const problem = reserved.has(name) ? `must not have a field ${name}` : storageProblem(inner, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function numberProblem(value: number): string | undefined {
  const size = Math.abs(value);
  const exact = size <= Number.MAX_SAFE_INTEGER && (size >= smallest || size === 0);
  return exact ? undefined : `must have numbers of at most ${Number.MAX_SAFE_INTEGER}; larger ones as text`;
}
