import { GraphQLError, getVariableValues, Kind, parse, validate } from 'graphql';
import { apiSchemas } from './api-schemas.ts';

const schema = apiSchemas.director;

/** Throws unless the Director takes this document with these variables. */
export function checkedForDirector(query: string, variables: Record<string, unknown>): void {
  const document = parse(query);
  const definitions = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [...(definition.variableDefinitions ?? [])] : [],
  );
  const problems = [...validate(schema, document), ...(getVariableValues(schema, definitions, variables).errors ?? [])];
  if (problems.length > 0) throw new GraphQLError(problems.map(({ message }) => message).join('\n'));
}
