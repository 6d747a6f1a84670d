import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaTable as connector } from '#functions/connector/schema.generated.ts';
import { schemaTable as director } from '#functions/director/schema.generated.ts';
import { schemaTable as provisioner } from '#functions/provisioner/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { elementsOf, scalarBound } from '#shared/graphql/input-bounds.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';

const fixedSize = new Set(['Int', 'Float', 'Boolean']);

/** A value beyond a bound, within the least of what is around it. */
interface Excess {
  readonly at: string;
  readonly value: unknown;
}

/** The values that are too large in one part each, for an argument or input field. */
function* excessesOf({ name, type }: GraphQLArgument | GraphQLInputField, at: string, held: GraphQLInputType = type): Generator<Excess> {
  if (isNonNullType(held)) return yield* excessesOf({ name, type } as GraphQLArgument, at, held.ofType);
  if (isListType(held)) {
    yield { at: `${at}, a list`, value: Array(elementsOf(name, at) + 1).fill(null) };
    for (const one of excessesOf({ name, type } as GraphQLArgument, at, held.ofType)) yield { ...one, value: [one.value] };
    return;
  }
  if (isInputObjectType(held)) {
    for (const field of Object.values(held.getFields())) {
      for (const one of excessesOf(field, `${at}.${field.name}`)) yield { ...one, value: { [field.name]: one.value } };
    }
    return;
  }
  if (isScalarType(held) && !fixedSize.has(held.name)) yield { at, value: 'x'.repeat(scalarBound(held.name, name, at) + 1) };
}

describe.each(Object.entries({ director, connector, provisioner }))('arguments of the %s', (_, table) => {
  const schema = executableSchema(schemaOf(table), {});
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ field, at: `${type.name}.${field.name}` })) : [],
    )
    .filter(({ field }) => field.args.length > 0);

  it('have a bound for every list and every text, also in what they hold', () => {
    const unbounded = [];
    for (const { field, at } of fields) {
      for (const argument of field.args) {
        for (const excess of excessesOf(argument, `${at}(${argument.name}:)`)) {
          try {
            field.resolve?.({}, { [argument.name]: excess.value }, {}, {} as GraphQLResolveInfo);
            unbounded.push(excess.at);
          } catch (error) {
            expect(error).toMatchObject({ code: 'InvalidData' });
          }
        }
      }
    }
    expect(unbounded).toEqual([]);
  });

  it('are scalars, lists and inputs of which none is left out', () => {
    const scalars = fields.flatMap(({ field }) => field.args.map(({ type }) => getNamedType(type))).filter(isScalarType);
    for (const { name } of scalars) if (!fixedSize.has(name)) expect(scalarBound(name, '', name)).toBeGreaterThan(0);
  });
});
