import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-stack.ts';
import { contextOf } from './authentication.ts';
import { deps } from './deps.ts';
import { packageEra } from './package-era.ts';
import { resolvers } from './resolvers.ts';
import { typeDefs } from './schema.generated.ts';

const serve = graphqlEndpoint({
  typeDefs,
  resolvers,
  context: (event) => contextOf(event, deps),
  report: (message, fields) => deps.log.error(message, fields),
  translation: packageEra,
  headers: { 'compass-poll-after': String(deps.pollAfterSeconds) },
});

export const handler = httpHandler(deps.log, serve);
