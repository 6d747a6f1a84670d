import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

export type Authorize = (authorization: string | undefined) => Promise<Readonly<Record<string, string>> | undefined>;

/** The JWT authorizer of an HTTP API: signature, issuer, audience and times. Answers the claims as text, or undefined to refuse. */
export function jwtAuthorizer(keys: () => JSONWebKeySet, { issuer, audience }: { issuer: string; audience: string }): Authorize {
  return async (authorization) => {
    const token = /^(?:Bearer )?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization?.trim() ?? '')?.[1];
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet(keys()), { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] });
      return isFor(payload, audience) ? claimsAsText(payload) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** API Gateway reads `client_id` where a token has no `aud`, as Cognito's access tokens do. */
const isFor = ({ aud, client_id: client }: JWTPayload, audience: string): boolean => [aud ?? client].flat().includes(audience);

/** Lists become `[a b]`. */
function claimsAsText(payload: JWTPayload): Record<string, string> {
  const asText = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(asText).join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
}
