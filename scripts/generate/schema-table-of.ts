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
import {
  type Descriptions,
  describedParts,
  type FieldRow,
  type Rows,
  type SchemaTable,
  type TypeRow,
  type ValueRow,
} from '#shared/graphql/schema-table.ts';

/** Writes a schema as data, without its descriptions. Throws for a type of a kind that the data has no row for. */
export function schemaTableOf(schema: GraphQLSchema): SchemaTable {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return Object.fromEntries(types.map((type) => [type.name, typeRow(type)]));
}

/** The descriptions of a schema. */
export const descriptionsOf = (schema: GraphQLSchema): Descriptions =>
  Object.fromEntries([...describedParts(schema)].flatMap(([name, { description }]) => (description ? [[name, description]] : [])));

function typeRow(type: GraphQLNamedType): TypeRow {
  if (isScalarType(type)) return { kind: 'scalar' };
  if (isObjectType(type) || isInterfaceType(type)) {
    const interfaces = type.getInterfaces().map(({ name }) => name);
    const kind = isObjectType(type) ? 'object' : 'interface';
    return { kind, ...(interfaces.length > 0 && { interfaces }), fields: rows(Object.values(type.getFields()), fieldRow) };
  }
  if (isInputObjectType(type)) return { kind: 'input', fields: rows(Object.values(type.getFields()), valueRow) };
  if (isUnionType(type)) return { kind: 'union', types: type.getTypes().map(({ name }) => name) };
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name, deprecationReason }) => [name, said({ deprecationReason })]);
    return { kind: 'enum', values: Object.fromEntries(values) };
  }
  throw new Error(`${type} has no row`);
}

const valueRow = ({ type, defaultValue, deprecationReason }: GraphQLArgument | GraphQLInputField): ValueRow => ({
  type: String(type),
  ...said({ defaultValue, deprecationReason }),
});

const fieldRow = ({ type, deprecationReason, args }: GraphQLField<unknown, unknown>): FieldRow => ({
  type: String(type),
  ...said({ deprecationReason, args: args.length > 0 ? rows(args, valueRow) : undefined }),
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
