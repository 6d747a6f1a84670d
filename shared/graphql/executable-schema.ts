import { defaultTypeResolver, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { boundInputs } from './input-bounds.ts';

type TypeResolvers = Readonly<Record<string, unknown>>;

/**
 * Gives a schema the functions that answer it, each of which refuses arguments beyond their bounds. Definitions are not validated again at each
 * start: a contract test does it. Throws for a resolver of a type or a field that does not exist.
 */
export function executableSchema(schema: GraphQLSchema, resolvers: object): GraphQLSchema {
  for (const [name, ofType] of Object.entries(resolvers)) addResolvers(schema, name, ofType);
  return boundInputs(schema);
}

function addResolvers(schema: GraphQLSchema, name: string, { __resolveType, ...resolvers }: TypeResolvers): void {
  const type = schema.getType(name);
  if (isAbstractType(type)) type.resolveType = (__resolveType as typeof type.resolveType) ?? defaultTypeResolver;
  const fields = isObjectType(type) ? type.getFields() : {};
  for (const [key, resolve] of Object.entries(resolvers)) {
    const field = fields[key];
    if (!field) throw new Error(`the schema has no field ${name}.${key} to resolve`);
    field.resolve = resolve as typeof field.resolve;
  }
}
