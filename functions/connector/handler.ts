import type { Report } from '#shared/graphql/error-presenter.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf, mayIntrospect } from './authentication.ts';
import { deps } from './deps.ts';
import { legacyEndpoint, legacyOperation } from './legacy/legacy-endpoint.ts';
import { resolvers } from './resolvers.ts';
import { typeDefs } from './schema.generated.ts';

const report: Report = (message, fields) => deps.log.error(message, fields);

const serveLegacy = legacyEndpoint(deps, report);
const serveGraphql = graphqlEndpoint({
  schema: executableSchema(typeDefs, resolvers),
  context: async (event) => contextOf(event, deps),
  mayIntrospect,
  report,
});

export const handler = httpHandler(deps.log, (event) => {
  const operation = legacyOperation(event);
  return operation ? serveLegacy(operation, event) : serveGraphql(event);
});
