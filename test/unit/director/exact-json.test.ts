import { describe, expect, it } from 'vitest';
import { readExactJson } from '#functions/director/compat/exact-json.ts';

const rewritten = (text: string): string => {
  const read = readExactJson(text);
  return 'problem' in read ? read.problem : JSON.stringify(read.value);
};

describe('the JSON of a specification', () => {
  it.each(['{"maximum":9223372036854775807}', '[1.0,1e3,-0,0.1,12]', '{"a":{"b":[true,null,"9223372036854775807"]}}'])(
    'is written as it was read: %s',
    (text) => expect(rewritten(text)).toBe(text),
  );

  it('may have more values than other requests', () => {
    const text = JSON.stringify(Array.from({ length: 50_000 }, (_, index) => index));
    expect(rewritten(text)).toBe(text);
  });

  it.each([
    ['{"a":', 'must be JSON'],
    ['['.repeat(101) + ']'.repeat(101), 'must not be nested deeper than 100 levels'],
  ])('is refused with a reason: %#', (text, problem) => expect(readExactJson(text)).toEqual({ problem }));
});
