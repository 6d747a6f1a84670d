import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-stack.ts';
import { contextOf, mayIntrospect } from './authentication.ts';
import { deps } from './deps.ts';
import { resolvers } from './resolvers.ts';
import { typeDefs } from './schema.generated.ts';

const serve = graphqlEndpoint({
  schema: executableSchema(typeDefs, resolvers),
  context: async (event) => contextOf(event, deps),
  mayIntrospect,
  report: (message, fields) => deps.log.error(message, fields),
});

export const handler = httpHandler(deps.log, serve);
