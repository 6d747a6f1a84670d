// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.
import type { Descriptions } from '#shared/graphql/schema-table.ts';

export const descriptions: Descriptions = {
  "Configuration": "What a caller needs to make its certificate signing request, and where to go with the certificate.",
  "Configuration.token": "A fresh one-time token for signCertificateSigningRequest. The token that was presented is spent.",
  "Token": "A one-time token.",
  "CertificateSigningRequestInfo": "The content of a certificate signing request.",
  "CertificateSigningRequestInfo.subject": "The exact subject of the CSR: `O=..,OU=..,L=..,ST=..,C=..,CN=..`.",
  "CertificateSigningRequestInfo.keyAlgorithm": "A hint. RSA of 2048 bits or more and the curves P-256 and P-384 are accepted.",
  "ManagementPlaneInfo": "Addresses for a client certificate; null in a deployment without the certificate-secured API.",
  "CertificationResult": "Certificates as base64 of PEM.",
  "CertificationResult.certificateChain": "The client certificate followed by its chain, the issuer first, the root last.",
  "Query": "The questions that the API answers. Objects are those of the caller's tenant.",
  "Query.configuration": "With a one-time token (header Connector-Token or query parameter token) or a client certificate.",
  "Mutation": "The changes that the API makes. Objects are those of the caller's tenant.",
  "Mutation.signCertificateSigningRequest": "With a one-time token or a client certificate. `csr` is the base64 of a PEM. The same token with the same CSR gives the same certificate again.",
  "Mutation.signCertificateSigningRequest(csr:)": "The certificate signing request: base64 of a PEM (PKCS #10).",
  "Mutation.revokeCertificate": "With a client certificate, which is refused from then on.",
  "Mutation.generateApplicationToken": "For administrators: a one-time token for pairing an Application. `keyThumbprint` binds it, and those it is turned into, to one key: the\nSHA-256 of its public key (DER of the SubjectPublicKeyInfo), as base64url without padding. A CSR for another key is refused.",
  "Mutation.generateApplicationToken(appID:)": "The id of the Application.",
  "Mutation.generateApplicationToken(keyThumbprint:)": "The thumbprint of the only key that can use the token. Default: any key.",
  "Mutation.generateRuntimeToken": "For administrators: a one-time token for pairing a Runtime. `keyThumbprint` as for an Application.",
  "Mutation.generateRuntimeToken(runtimeID:)": "The id of the Runtime.",
  "Mutation.generateRuntimeToken(keyThumbprint:)": "The thumbprint of the only key that can use the token. Default: any key."
};
