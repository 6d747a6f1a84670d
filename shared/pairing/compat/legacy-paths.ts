/** Paths for pairing by clients older than the GraphQL APIs; the infrastructure, the Director and the Connector share them. */
export const legacyPaths = {
  signingRequestInfo: '/v1/applications/signingRequests/info',
  certificates: '/v1/applications/certificates',
  managementInfo: '/v1/applications/management/info',
  renewals: '/v1/applications/certificates/renewals',
  revocations: '/v1/applications/certificates/revocations',
} as const;

/** Paths by which clients and monitors of the original ask whether it works, and whose certificate it presents. */
export const statusPaths = { health: '/v1/health', alive: '/healthz', ready: '/readyz', info: '/v1/info' } as const;

/** `path` with a one-time token, the form in which such clients receive it. */
export const withToken = (url: string, token: string): string => `${url}?token=${encodeURIComponent(token)}`;

/** Paths of the services of an Application, in the notation of routes. */
export const metadataPaths = {
  services: '/{application}/v1/metadata/services',
  service: '/{application}/v1/metadata/services/{serviceId}',
} as const;

/** The URL of the services of the Application with this name. */
export const metadataUrlOf = (mtlsUrl: string, name: string): string =>
  `${mtlsUrl}${metadataPaths.services.replace('{application}', () => encodeURIComponent(name))}`;
