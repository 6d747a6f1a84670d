import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf, mayIntrospect } from './caller.ts';
import { provisionerErrorExtensions } from './compat/error-numbers.ts';
import { deps } from './deps.ts';
import { deprovisionRuntime, provisionRuntime, reconnectRuntimeAgent, runtimeOperationStatus } from './resolvers/operations.ts';
import { runtimeStatus } from './resolvers/runtime-status.ts';
import { type Resolvers, typeDefs } from './schema.generated.ts';

const resolvers: Resolvers = {
  Query: { runtimeStatus, runtimeOperationStatus },
  Mutation: { provisionRuntime, deprovisionRuntime, reconnectRuntimeAgent },
};

const serve = graphqlEndpoint({
  schema: executableSchema(typeDefs, resolvers),
  context: (event) => contextOf(event, deps),
  mayIntrospect,
  report: (message, fields) => deps.log.error(message, fields),
  extensionsOf: provisionerErrorExtensions,
});

export const handler = httpHandler(deps.log, serve);
