import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Milliseconds to wait for the identity provider. */
const patience = 3000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The keys that an OpenID Connect issuer signs with, found through its discovery document; read once and again when a key is unknown. */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return (await found)(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(patience) });
  const { issuer: named, jwks_uri } = metadata.parse(await answer.json());
  if (named !== issuer) throw new Error(`the discovery document of ${issuer} names another issuer`);
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: patience });
}
