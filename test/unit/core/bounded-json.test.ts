import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '#shared/core/bounded-json.ts';

const nested = (levels: number, [opening, closing] = ['[', ']']) => opening.repeat(levels) + closing.repeat(levels);
const list = (length: number) => JSON.stringify(Array.from({ length }, () => 0));
const problemOf = (text: string) => {
  const read = readJson(text);
  return 'problem' in read ? read.problem : undefined;
};

describe('a text of JSON', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(written)).toEqual({ value: JSON.parse(written) });
      }),
    );
  });

  it('may have brackets, commas, quotes and backslashes in its strings, as many as fit', () => {
    const text = JSON.stringify({ '[{"': '[{,"\\'.repeat(100_000) });
    expect(readJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it.each(['', '[', '[1', '{"a"', '"', '"\\', ']', '}'.repeat(100), 'x', '[1,]', '{"a":1,}', '"\n"'])(
    'is refused when it is none: %j',
    (text) => {
      expect(problemOf(text)).toBe('must be JSON');
    },
  );

  it.each([
    ['lists', nested(40), nested(41)],
    ['objects', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, `${'{"a":'.repeat(41)}1${'}'.repeat(41)}`],
  ])('is refused with more than 40 levels of %s', (_, most, more) => {
    expect(problemOf(most)).toBeUndefined();
    expect(problemOf(more)).toBe('must not be nested deeper than 40 levels');
  });

  it('is refused with a list of more than 2,000 elements, wherever it is', () => {
    expect(problemOf(`[${list(2000)},${list(2000)}]`)).toBeUndefined();
    expect(problemOf(`[[],${list(2001)}]`)).toBe('must have no list or object of more than 2000 elements');
    const fields = Object.fromEntries(Array.from({ length: 2001 }, (__, index) => [`f${index}`, 0]));
    expect(problemOf(JSON.stringify(fields))).toBe('must have no list or object of more than 2000 elements');
  });

  it('is refused with more than 30,000 values', () => {
    expect(problemOf(`[${Array.from({ length: 12 }, () => list(2000)).join()}]`)).toBeUndefined();
    expect(problemOf(`[${Array.from({ length: 16 }, () => list(2000)).join()}]`)).toBe('must have at most 30000 values');
  });
});
