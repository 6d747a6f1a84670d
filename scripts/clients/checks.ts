import type { ClientCheck } from './client-check.ts';
import { gnutlsCertificates } from './gnutls/certificates.ts';
import { goCertificates } from './go/certificates.ts';
import { graphqlClients } from './graphql/graphql-clients.ts';
import { javaCertificates } from './java/certificates.ts';
import { javascriptTraps } from './javascript/webhook-traps.ts';
import { oapiCodegen } from './openapi/oapi-codegen.ts';
import { openapiGeneratorGo, openapiGeneratorJava, openapiGeneratorPython } from './openapi/openapi-generator.ts';
import { openapiPythonClient } from './openapi/openapi-python-client.ts';
import { heyApi, openapiTypescript } from './openapi/typescript.ts';
import { opensslCertificates } from './openssl/certificates.ts';
import { pythonCertificates } from './python/certificates.ts';
import { pythonTraps } from './python/webhook-traps.ts';
import { receivers } from './webhooks/receivers.ts';

export const checks: readonly ClientCheck[] = [
  opensslCertificates,
  gnutlsCertificates,
  goCertificates,
  javaCertificates,
  pythonCertificates,
  ...graphqlClients,
  ...receivers,
  javascriptTraps,
  pythonTraps,
  openapiGeneratorGo,
  openapiGeneratorJava,
  openapiGeneratorPython,
  oapiCodegen,
  openapiPythonClient,
  openapiTypescript,
  heyApi,
];
