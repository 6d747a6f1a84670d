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
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  specifiedScalarTypes,
} from 'graphql';

/** The types of a schema as data, by their names: a start reads them faster than the SDL that they are made from. */
export type SchemaTable = Readonly<Record<string, TypeRow>>;

/** A type as the SDL writes it, such as `[String!]!`. */
type WrittenType = string;

/** An argument or a field of an input. */
export interface ValueRow {
  readonly type: WrittenType;
  readonly defaultValue?: unknown;
  readonly deprecationReason?: string;
}

export interface FieldRow extends Omit<ValueRow, 'defaultValue'> {
  readonly args?: Rows<ValueRow>;
}

/** A row that has nothing but a type is written as that type. */
export type Rows<Row> = Readonly<Record<string, Row | WrittenType>>;

export type TypeRow =
  | { readonly kind: 'scalar' }
  | { readonly kind: 'object' | 'interface'; readonly interfaces?: readonly string[]; readonly fields: Rows<FieldRow> }
  | { readonly kind: 'input'; readonly fields: Rows<ValueRow> }
  | { readonly kind: 'union'; readonly types: readonly string[] }
  | { readonly kind: 'enum'; readonly values: Readonly<Record<string, { readonly deprecationReason?: string }>> };

/** Texts for those who read a schema, by the coordinates of its parts: `Type`, `Type.field`, `Type.field(argument:)`. No request needs them. */
export type Descriptions = Readonly<Record<string, string>>;

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
    switch (row.kind) {
      case 'scalar':
        return new GraphQLScalarType({ name });
      case 'enum':
        return new GraphQLEnumType({ name, values: row.values });
      case 'union':
        return new GraphQLUnionType({ name, types: () => row.types.map((type) => typed<GraphQLObjectType>(type)) });
      case 'input':
        return new GraphQLInputObjectType({ name, fields: () => valuesOf(row.fields) });
      default: {
        const { interfaces = [], fields } = row;
        const Type = row.kind === 'object' ? GraphQLObjectType : GraphQLInterfaceType;
        return new Type({
          name,
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

interface Described {
  description?: string | null | undefined;
}

/** The parts of a schema that descriptions are for, with their coordinates. */
export function* describedParts(schema: GraphQLSchema): Generator<[name: string, part: Described]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type];
    for (const [part, ...args] of partsOf(type)) {
      yield [`${type.name}.${part.name}`, part];
      for (const argument of args) yield [`${type.name}.${part.name}(${argument.name}:)`, argument];
    }
  }
}

type NamedPart = Described & { readonly name: string };

/** The values of an enum, or the fields of another type, each followed by its arguments. */
function partsOf(type: GraphQLNamedType): [part: NamedPart, ...args: NamedPart[]][] {
  if (isEnumType(type)) return type.getValues().map((value) => [value]);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [field]);
  if (isObjectType(type) || isInterfaceType(type)) return Object.values(type.getFields()).map((field) => [field, ...field.args]);
  return [];
}

/** Gives the parts of a schema their descriptions. */
export function describeSchema(schema: GraphQLSchema, descriptions: Descriptions): void {
  for (const [name, part] of describedParts(schema)) part.description = descriptions[name];
}

function mapped<Row, Value>(rows: Readonly<Record<string, Row>>, value: (row: Row) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, value(row)]));
}
