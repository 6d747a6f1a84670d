import { revokeCertificate, signCertificateSigningRequest } from './resolvers/certificates.ts';
import { configuration } from './resolvers/configuration.ts';
import { generateApplicationToken, generateRuntimeToken } from './resolvers/tokens.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: Resolvers = {
  Query: { configuration },
  Mutation: { signCertificateSigningRequest, revokeCertificate, generateApplicationToken, generateRuntimeToken },
};
