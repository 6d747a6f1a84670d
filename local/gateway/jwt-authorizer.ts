import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { isFor } from '#shared/lambda/access-token.ts';
import { signatureAlgorithms } from '#shared/lambda/token-verification.ts';

export type Authorize = (authorization: string | undefined) => Promise<Readonly<Record<string, string>> | undefined>;

/** The JWT authorizer of an HTTP API: signature, issuer, audience and times. Answers the claims as text, or undefined to refuse. */
export function jwtAuthorizer(keys: () => JSONWebKeySet, { issuer, audience }: { issuer: string; audience: string }): Authorize {
  return async (authorization) => {
    const options = { issuer, algorithms: signatureAlgorithms, requiredClaims: ['exp'] };
    try {
      const { payload } = await jwtVerify(tokenOf(authorization), createLocalJWKSet(keys()), options);
      return isFor(payload, audience) ? claimsAsText(payload) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** API Gateway takes a token without the scheme as well. */
function tokenOf(authorization = ''): string {
  const header = authorization.trim();
  return header.toLowerCase().startsWith('bearer ') ? header.slice('bearer '.length).trim() : header;
}

/** Lists become `[a b]`, so that an element with a blank looks like two. */
function claimsAsText(payload: JWTPayload): Record<string, string> {
  const asText = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(asText).join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
}
