type Claims = Readonly<Record<string, unknown>>;

/**
 * The OAuth 2.0 scopes of a token that are ours: with the name of our resource server in front (`compass/application:read`, as Cognito writes
 * them), which is cut off, or with no name at all. Those of other resource servers are left out.
 */
export function scopesOf(claims: Claims, resourceServer: string): string[] {
  const prefix = `${resourceServer}/`;
  return scopeTokens(claims.scope)
    .map((scope) => (scope.startsWith(prefix) ? scope.slice(prefix.length) : scope))
    .filter((scope) => scope !== '' && !scope.includes('/'));
}

/** The strings of a claim, each whole: of an array those it holds, or the claim itself. */
export function stringsOf(claim: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === 'string');
}

/** Scope tokens are separated by single spaces (RFC 6749, 3.3). */
const scopeTokens = (claim: unknown): string[] => (typeof claim === 'string' ? claim.split(' ') : stringsOf(claim));
