import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../scripts/generate/operations-of.ts';

const schema = buildSchema(`
  scalar Any
  enum Colour { RED GREEN }
  input Filter { key: String!, colours: [Colour!], nested: Filter }
  type Thing { id: ID!, colour: Colour, parts: [Thing], value: Any! }
  union Either = Thing
  type Query { thing(in: Filter, first: Int = 5): Thing, either: Either }
`);

const generated = (document: string) => operationsOf('director', schema, parse(document));

describe('the types of an operation', () => {
  it('follow aliases, lists, enums and what may be null', () => {
    expect(generated('query Get { it: thing { id colour parts { id } value } }')).toContain(
      'export const Get: Operation<{ readonly it: { readonly id: string; ' +
        "readonly colour: 'RED' | 'GREEN' | null; readonly parts: readonly ({ readonly id: string } | null)[] | null; readonly value: JsonValue } | null }, " +
        'Record<string, never>>',
    );
  });

  it('have the variables, and the inputs that these name', () => {
    const text = generated('query Get($in: Filter, $first: Int!) { thing(in: $in, first: $first) { id } }');
    expect(text).toContain('{ readonly in?: Filter | null | undefined; readonly first: number }');
    expect(text).toContain('export interface Filter {\n  readonly key: string;\n');
    expect(text).toContain("readonly colours?: readonly ('RED' | 'GREEN')[] | null | undefined;");
  });

  it('have the fields of fragments, and the text has each fragment once', () => {
    const text = generated('query Get { thing { ...Line parts { ...Line } } } fragment Line on Thing { id }');
    expect(text).toContain('{ readonly id: string; readonly parts: readonly ({ readonly id: string } | null)[] | null }');
    expect(text.match(/fragment Line on Thing/g)).toHaveLength(1);
  });

  it('are refused where a selection depends on the type of the answer', () => {
    expect(() => generated('query Get { thing { ... on Thing { id } } }')).toThrow('depends on the type');
  });
});
