/** Paths for pairing by clients older than the GraphQL APIs; the infrastructure, the Director and the Connector share them. */
export const legacyPaths = {
  signingRequestInfo: '/v1/applications/signingRequests/info',
  certificates: '/v1/applications/certificates',
  managementInfo: '/v1/applications/management/info',
  renewals: '/v1/applications/certificates/renewals',
  revocations: '/v1/applications/certificates/revocations',
} as const;

/** `path` with a one-time token, the form in which such clients receive it. */
export const withToken = (url: string, token: string): string => `${url}?token=${encodeURIComponent(token)}`;
