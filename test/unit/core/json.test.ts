import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type JsonObject, type JsonValue } from '#shared/core/json.ts';

const text = (value: JsonValue) => JSON.stringify(inOrder(value));

/** The same value with the fields of every object the other way round. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

describe('a value in order', () => {
  it.each<[string, JsonValue, string]>([
    ['the fields of an object', { b: 1, a: 2, B: 3 }, '{"B":3,"a":2,"b":1}'],
    ['those of objects within', { b: { d: 1, c: [{ f: 1, e: null }] }, a: 'x' }, '{"a":"x","b":{"c":[{"e":null,"f":1}],"d":1}}'],
    ['nothing of a list, which has an order', [3, 1, 2], '[3,1,2]'],
    ['nothing of a text', 'ba', '"ba"'],
    ['nothing of nothing', null, 'null'],
  ])('has %s sorted', (_, value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it('is the same text for the same value, whatever order its fields came in, and loses nothing', () => {
    const values = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
      .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);
    fc.assert(
      fc.property(values, (value) => {
        expect(text(reversed(value))).toBe(text(value));
        expect(inOrder(value)).toEqual(value);
      }),
    );
  });
});
