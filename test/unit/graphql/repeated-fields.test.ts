import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { documents } from '#shared/graphql/documents.ts';
import { requireFewRepetitions } from '#shared/graphql/repeated-fields.ts';

const check = (text: string) => requireFewRepetitions(parse(text));
const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');

it('A field may be selected a hundred times at one position', () => {
  expect(() => check(`{ a { ${times(100, () => 'b')} } }`)).not.toThrow();
});

it('A field that is selected 200 times at one position is refused', () => {
  expect(() => check(`{ a { ${times(200, () => 'b')} } }`)).toThrow(/too often/);
});

it('Fields of one name at different positions are not counted together', () => {
  expect(() => check(`{ ${times(200, (n) => `a${n}: a { b }`)} }`)).not.toThrow();
});

it.each([
  ['repeated fields', `{ ${times(60, () => `a { ${times(5, () => 'b')} }`)} }`],
  ['inline fragments', `{ ${times(200, () => '... { b }')} }`],
  ['fragments', `{ ${times(20, (n) => `...f${n}`)} } ${times(20, (n) => `fragment f${n} on A { ${times(10, () => 'b')} }`)}`],
  ['a fragment that nothing spreads', `{ a } fragment f on A { ${times(200, () => 'b')} }`],
])('Fields that come together through %s are counted together', (_, text) => {
  expect(() => check(text)).toThrow(/too often/);
});

it('Two hundred fragments at one position are refused, whether they exist or not', () => {
  expect(() => check(`{ ${times(200, (n) => `...f${n}`)} }`)).toThrow(/too often/);
});

it('Fragments that spread one another at many positions are refused after 30,000 selections', () => {
  const doubled = times(20, (n) => `fragment f${n} on A { a { ...f${n + 1} } b { ...f${n + 1} } }`);
  expect(() => check(`{ ...f0 } ${doubled} fragment f20 on A { c }`)).toThrow(/30000 selections/);
});

it('A fragment within itself is left to the rules of GraphQL', () => {
  expect(() => check('{ ...a } fragment a on A { b { ...a } }')).not.toThrow();
});

const { parse: read, validate } = documents(buildSchema('type Query { a: Int }'));

it('An answer explains ten errors of a document, and says that there are more', () => {
  const errors = validate(read(`{ ${times(30, (n) => `x${n}`)} }`));
  expect(errors).toHaveLength(11);
  expect(errors.at(-1)?.message).toContain('Too many validation errors');
});

it('Errors have a line and a column, but for those in large documents', () => {
  const [small] = validate(read('{ x }'));
  const [large] = validate(read(`${'\n'.repeat(20_000)}{ x }`));
  expect(small?.locations).toEqual([{ line: 1, column: 3 }]);
  expect(large?.locations).toBeUndefined();
});

it('A definition of the schema is refused as such', () => {
  expect(() => read('type Query { a: Int }')).toThrow('only operations and fragments can be sent');
});
