import type { JWTPayload } from 'jose';

/** The media types of the header `typ` (RFC 7515, 4.1.9) that an access token may have, without the prefix `application/`. */
const accessTokenType = 'at+jwt';
const untypedToken = 'jwt';

/** Claims of ID tokens alone (OpenID Connect Core 1.0, 3.1.3.6 and 3.3.2.11). */
const idTokenClaims = ['at_hash', 'c_hash'];

/**
 * Returns true if a verified token is an access token, by the header `typ` of RFC 9068 and Cognito's claim `token_use`. A token with
 * neither may be one. A token of type `at+jwt` must name its audience (RFC 9068, 2.2).
 */
export function isAccessToken({ typ }: { readonly typ?: unknown }, payload: JWTPayload): boolean {
  const type = typ === undefined ? untypedToken : String(typ).toLowerCase().replace('application/', '');
  if (type !== untypedToken && type !== accessTokenType) return false;
  if (type === accessTokenType && payload.aud === undefined) return false;
  if (payload.token_use !== undefined && payload.token_use !== 'access') return false;
  return !idTokenClaims.some((claim) => claim in payload);
}

/**
 * Returns true if the token is for `audience`, compared whole. Access tokens of Cognito name their client in `client_id` and no audience.
 */
export function isFor({ aud, client_id }: JWTPayload, audience: string): boolean {
  if (aud === undefined) return client_id === audience;
  return Array.isArray(aud) ? aud.includes(audience) : aud === audience;
}
