export const audience = 'compass';
/** The issuer's path on the public port, so that its URL, and with it every token, stays valid across restarts. */
export const issuerPath = '/oidc';
export const discoveryPath = '/.well-known/openid-configuration';
export const keysPath = '/.well-known/jwks.json';
/** The token endpoint of registered clients. Users have a token endpoint of their own, which discovery names. */
export const clientTokenPath = '/clients/token';

/** The only user of this machine. */
export const accountId = 'local-administrator';

/** The claim in which Cognito lists the groups of a user. */
export const groupsClaim = 'cognito:groups';

export const groupsOf = (tenants: readonly string[], roles: readonly string[]): string[] => [
  ...tenants.map((tenant) => `tenant/${tenant}`),
  ...roles.map((role) => `role/${role}`),
];
