import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { httpHandler } from '#shared/lambda/http-stack.ts';
import { contextOf } from './authentication.ts';
import { deps } from './deps.ts';
import { revokeCertificate, signCertificateSigningRequest } from './resolvers/certificates.ts';
import { configuration } from './resolvers/configuration.ts';
import { generateApplicationToken, generateRuntimeToken } from './resolvers/tokens.ts';
import { type Resolvers, typeDefs } from './schema.generated.ts';

const resolvers: Resolvers = {
  Query: { configuration },
  Mutation: { signCertificateSigningRequest, revokeCertificate, generateApplicationToken, generateRuntimeToken },
};

const serve = graphqlEndpoint({
  typeDefs,
  resolvers,
  context: async (event) => contextOf(event, deps),
  report: (message, fields) => deps.log.error(message, fields),
});

export const handler = httpHandler(deps.log, serve);
