type Claims = Readonly<Record<string, unknown>>;

/**
 * The OAuth2 scopes of a token that are ours: with the name of our resource server in front (`compass/application:read`, as Cognito writes
 * them), which is cut off, or with no name at all. Those of other resource servers say nothing about us.
 */
export function scopesOf(claims: Claims, resourceServer: string): string[] {
  const prefix = `${resourceServer}/`;
  return listOf(claims.scope)
    .map((scope) => (scope.startsWith(prefix) ? scope.slice(prefix.length) : scope))
    .filter((scope) => !scope.includes('/'));
}

/** A claim with several values, as a token (array, or text separated by blanks) or API Gateway (`[a b]`) writes it. */
export function listOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((value) => value !== '');
}
