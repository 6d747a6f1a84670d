import { graphqlApi } from '#shared/graphql/graphql-api.ts';
import { mayReadSchema } from '#shared/graphql/introspection.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf } from './authentication.ts';
import { provisionerErrorExtensions } from './compat/error-numbers.ts';
import { deps, edge } from './deps.ts';
import { resolvers } from './resolvers.ts';
import { schemaTable } from './schema.generated.ts';

const { serve } = graphqlApi({
  schemaTable,
  descriptions: () => import('./descriptions.generated.ts'),
  resolvers,
  log: deps.log,
  context: (event) => contextOf(event, deps),
  mayIntrospect: ({ actor }) => mayReadSchema(actor),
  extensionsOf: provisionerErrorExtensions,
});

export const handler = httpHandler(edge, serve);
