import type { Report } from '#shared/graphql/error-presenter.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { contextOf, mayIntrospect } from './authentication.ts';
import { packageNames } from './compat/package-names.ts';
import { configurationEndpoint, configurationKind } from './configuration/configuration-endpoint.ts';
import { deps } from './deps.ts';
import { resolvers } from './resolvers.ts';
import { typeDefs } from './schema.generated.ts';

const schema = executableSchema(typeDefs, resolvers);
const report: Report = (message, fields) => deps.log.error(message, fields);

const serveConfiguration = configurationEndpoint({ schema, deps, report });
const serveGraphql = graphqlEndpoint({
  schema,
  context: (event) => contextOf(event, deps),
  mayIntrospect,
  report,
  translation: packageNames,
  headers: { 'compass-poll-after': String(deps.pollAfterSeconds) },
});

export const handler = httpHandler(deps.log, (event) => {
  const kind = configurationKind(event);
  return kind ? serveConfiguration(kind, event) : serveGraphql(event);
});
