type Claims = Readonly<Record<string, unknown>>;

/**
 * The OAuth 2.0 scopes of a token for this system: with the prefix of its resource server (`compass/application:read`, as Cognito writes them), which
 * is removed, or without prefix. Those of other resource servers are left out.
 */
export function scopesOf(claims: Claims, resourceServer: string): string[] {
  const prefix = `${resourceServer}/`;
  return scopeTokens(claims.scope)
    .map((scope) => (scope.startsWith(prefix) ? scope.slice(prefix.length) : scope))
    .filter((scope) => scope !== '' && !scope.includes('/'));
}

/** The strings of a claim: the elements of an array, or the claim itself. They are not split. */
export function stringsOf(claim: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === 'string');
}

/** Scope tokens are separated by single spaces (RFC 6749, 3.3). */
const scopeTokens = (claim: unknown): string[] => (typeof claim === 'string' ? claim.split(' ') : stringsOf(claim));
