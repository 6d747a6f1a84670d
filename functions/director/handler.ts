import { graphqlApi } from '#shared/graphql/graphql-api.ts';
import { mayReadSchema } from '#shared/graphql/introspection.ts';
import { maxKnownBodyBytes } from '#shared/graphql/limits.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { assignmentStatus } from './assignment-status.ts';
import { contextOf } from './authentication.ts';
import { earlierNames } from './compat/earlier-names.ts';
import { metadataServices } from './compat/metadata-services.ts';
import { configurationEndpoint, configurationKind } from './configuration/configuration-endpoint.ts';
import { deps, edge } from './deps.ts';
import { documentsEndpoint } from './documents.ts';
import { resolvers } from './resolvers.ts';
import { schemaTable } from './schema.generated.ts';
import { requireTenantFor } from './without-tenant.ts';

const { schema, report, serve } = graphqlApi({
  schemaTable,
  descriptions: () => import('./descriptions.generated.ts'),
  resolvers,
  log: deps.log,
  context: (event) => contextOf(event, deps),
  mayIntrospect: ({ actor }) => mayReadSchema(actor),
  requireAllowed: requireTenantFor,
  maxKnownBodyBytes,
  translation: earlierNames,
  headers: { 'compass-poll-after': String(deps.pollAfterSeconds) },
});

const serveConfiguration = configurationEndpoint({ schema, deps, report });

const serveServices = metadataServices(deps, report, assignmentStatus(deps, report, documentsEndpoint(deps, report, serve)));

export const handler = httpHandler(edge, (event) => {
  const kind = configurationKind(event);
  return kind ? serveConfiguration(kind, event) : serveServices(event);
});
