import {
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  specifiedScalarTypes,
} from 'graphql';

/** The types of a schema as data, by their names: a start reads them faster than the SDL that they are made from. */
export type SchemaTable = Readonly<Record<string, TypeRow>>;

/** A type as the SDL writes it, such as `[String!]!`. */
type WrittenType = string;

interface Described {
  readonly description?: string;
}

/** An argument or a field of an input. */
export interface ValueRow extends Described {
  readonly type: WrittenType;
  readonly defaultValue?: unknown;
  readonly deprecationReason?: string;
}

export interface FieldRow extends Omit<ValueRow, 'defaultValue'> {
  readonly args?: Rows<ValueRow>;
}

/** A row that has nothing but a type is written as that type. */
export type Rows<Row> = Readonly<Record<string, Row | WrittenType>>;

export type TypeRow = Described &
  (
    | { readonly kind: 'scalar' }
    | { readonly kind: 'object' | 'interface'; readonly interfaces?: readonly string[]; readonly fields: Rows<FieldRow> }
    | { readonly kind: 'input'; readonly fields: Rows<ValueRow> }
    | { readonly kind: 'union'; readonly types: readonly string[] }
    | { readonly kind: 'enum'; readonly values: Readonly<Record<string, Described & { readonly deprecationReason?: string }>> }
  );

/** Builds the schema of a table. The table is not checked: it is made from a valid schema. */
export function schemaOf(table: SchemaTable): GraphQLSchema {
  const types = new Map<string, GraphQLType>(specifiedScalarTypes.map((type) => [type.name, type]));

  /** Finds a named type, or wraps one; each once. */
  const typed = <T extends GraphQLType>(written: WrittenType): T => {
    const type = types.get(written) ?? wrapped(written);
    types.set(written, type);
    return type as T;
  };
  const wrapped = (written: WrittenType): GraphQLType =>
    written.endsWith('!') ? new GraphQLNonNull(typed(written.slice(0, -1))) : new GraphQLList(typed(written.slice(1, -1)));

  const valuesOf = (rows: Rows<ValueRow>): GraphQLFieldConfigArgumentMap =>
    mapped(rows, (row) => (typeof row === 'string' ? { type: typed(row) } : { ...row, type: typed(row.type) }));
  const fieldsOf = (rows: Rows<FieldRow>): GraphQLFieldConfigMap<unknown, unknown> =>
    mapped(rows, (row) =>
      typeof row === 'string' ? { type: typed(row) } : { ...row, type: typed(row.type), args: row.args && valuesOf(row.args) },
    );

  function typeOf(name: string, row: TypeRow): GraphQLNamedType {
    const { description } = row;
    switch (row.kind) {
      case 'scalar':
        return new GraphQLScalarType({ name, description });
      case 'enum':
        return new GraphQLEnumType({ name, description, values: row.values });
      case 'union':
        return new GraphQLUnionType({ name, description, types: () => row.types.map((type) => typed<GraphQLObjectType>(type)) });
      case 'input':
        return new GraphQLInputObjectType({ name, description, fields: () => valuesOf(row.fields) });
      default: {
        const { interfaces = [], fields } = row;
        const Type = row.kind === 'object' ? GraphQLObjectType : GraphQLInterfaceType;
        return new Type({
          name,
          description,
          interfaces: () => interfaces.map((type) => typed<GraphQLInterfaceType>(type)),
          fields: () => fieldsOf(fields),
        });
      }
    }
  }

  const named = Object.entries(table).map(([name, row]) => typeOf(name, row));
  for (const type of named) types.set(type.name, type);
  const root = (name: string) => types.get(name) as GraphQLObjectType | undefined;
  return new GraphQLSchema({ query: root('Query'), mutation: root('Mutation'), types: named, assumeValid: true });
}

function mapped<Row, Value>(rows: Readonly<Record<string, Row>>, value: (row: Row) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, value(row)]));
}
