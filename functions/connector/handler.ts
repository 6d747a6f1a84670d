import { graphqlApi } from '#shared/graphql/graphql-api.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf, mayIntrospect } from './authentication.ts';
import { certificateStanding } from './certificate-standing.ts';
import { legacyEndpoint } from './compat/legacy-endpoint.ts';
import { deps, edge } from './deps.ts';
import { resolvers } from './resolvers.ts';
import { schemaTable } from './schema.generated.ts';

const { serve, report } = graphqlApi({
  schemaTable,
  descriptions: () => import('./descriptions.generated.ts'),
  resolvers,
  log: deps.log,
  context: async (event) => contextOf(event, deps),
  mayIntrospect,
});

export const handler = httpHandler(edge, certificateStanding(deps, report, legacyEndpoint(deps, report, serve)));
