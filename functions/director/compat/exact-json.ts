import { beyondBounds } from '#shared/core/bounded-json.ts';

/** Bounds of a service with its specifications in it: those of large products have some 100,000 values. A body has 16 MB at most. */
const serviceBounds = { depth: 100, elements: 200_000, values: 1_000_000 };

/** The parts of ECMAScript's `JSON` for source texts, which the types of the language do not have yet. */
const { parse, rawJSON } = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
};

/**
 * Parses JSON so that it can be written again without a loss: numbers that a double does not hold, such as the largest of 64 bits, keep their text.
 * Returns the problem of a text that is not JSON or is beyond the bounds.
 */
export function readExactJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const problem = beyondBounds(text, serviceBounds);
  if (problem) return { problem };
  try {
    return { value: parse(text, (_, value, { source }) => (isInexact(value, source) ? rawJSON(source) : value)) };
  } catch {
    return { problem: 'must be JSON' };
  }
}

const isInexact = (value: unknown, source: string | undefined): source is string =>
  typeof value === 'number' && source !== undefined && String(value) !== source;
