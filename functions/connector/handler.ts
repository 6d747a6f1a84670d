import type { Report } from '#shared/graphql/error-presenter.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf, mayIntrospect } from './authentication.ts';
import { legacyEndpoint } from './compat/legacy-endpoint.ts';
import { deps } from './deps.ts';
import { resolvers } from './resolvers.ts';
import { typeDefs } from './schema.generated.ts';

const report: Report = (message, fields) => deps.log.error(message, fields);

const serveGraphql = graphqlEndpoint({
  schema: executableSchema(typeDefs, resolvers),
  context: async (event) => contextOf(event, deps),
  mayIntrospect,
  report,
});

export const handler = httpHandler(deps.log, legacyEndpoint(deps, report, serveGraphql));
