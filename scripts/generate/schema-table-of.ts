import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import type { FieldRow, Rows, SchemaTable, TypeRow, ValueRow } from '#shared/graphql/schema-table.ts';

/** Writes a schema as data. Throws for a type of a kind that the data has no row for. */
export function schemaTableOf(schema: GraphQLSchema): SchemaTable {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return Object.fromEntries(types.map((type) => [type.name, typeRow(type)]));
}

function typeRow(type: GraphQLNamedType): TypeRow {
  const described = said({ description: type.description });
  if (isScalarType(type)) return { kind: 'scalar', ...described };
  if (isObjectType(type) || isInterfaceType(type)) {
    const interfaces = type.getInterfaces().map(({ name }) => name);
    const kind = isObjectType(type) ? 'object' : 'interface';
    return { kind, ...described, ...(interfaces.length > 0 && { interfaces }), fields: rows(Object.values(type.getFields()), fieldRow) };
  }
  if (isInputObjectType(type)) return { kind: 'input', ...described, fields: rows(Object.values(type.getFields()), valueRow) };
  if (isUnionType(type)) return { kind: 'union', ...described, types: type.getTypes().map(({ name }) => name) };
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name, description, deprecationReason }) => [name, said({ description, deprecationReason })]);
    return { kind: 'enum', ...described, values: Object.fromEntries(values) };
  }
  throw new Error(`${type} has no row`);
}

const valueRow = ({ type, description, defaultValue, deprecationReason }: GraphQLArgument | GraphQLInputField): ValueRow => ({
  type: String(type),
  ...said({ description, defaultValue, deprecationReason }),
});

const fieldRow = ({ type, description, deprecationReason, args }: GraphQLField<unknown, unknown>): FieldRow => ({
  type: String(type),
  ...said({ description, deprecationReason, args: args.length > 0 ? rows(args, valueRow) : undefined }),
});

function rows<Part extends { readonly name: string }, Row extends { readonly type: string }>(
  parts: readonly Part[],
  rowOf: (part: Part) => Row,
): Rows<Row> {
  return Object.fromEntries(
    parts.map((part) => {
      const row = rowOf(part);
      return [part.name, Object.keys(row).length === 1 ? row.type : row];
    }),
  );
}

/** Leaves out what is not given. */
const said = <T extends object>(values: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as never;
