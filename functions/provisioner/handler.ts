import { graphqlApi } from '#shared/graphql/graphql-api.ts';
import { mayReadSchema } from '#shared/graphql/introspection.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf } from './caller.ts';
import { provisionerErrorExtensions } from './compat/error-numbers.ts';
import { deps } from './deps.ts';
import { deprovisionRuntime, provisionRuntime, reconnectRuntimeAgent, runtimeOperationStatus } from './resolvers/operations.ts';
import { runtimeStatus } from './resolvers/runtime-status.ts';
import { type Resolvers, typeDefs } from './schema.generated.ts';

const resolvers: Resolvers = {
  Query: { runtimeStatus, runtimeOperationStatus },
  Mutation: { provisionRuntime, deprovisionRuntime, reconnectRuntimeAgent },
};

const { serve } = graphqlApi({
  typeDefs,
  resolvers,
  log: deps.log,
  context: (event) => contextOf(event, deps),
  mayIntrospect: ({ actor }) => mayReadSchema(actor),
  extensionsOf: provisionerErrorExtensions,
});

export const handler = httpHandler(deps.log, serve);
