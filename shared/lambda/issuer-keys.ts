import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { AppError } from '../core/errors.ts';

/** Milliseconds to wait for the identity provider. */
const patience = 3000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The keys that an OpenID Connect issuer signs with, found through its discovery document; read once and again when a key is unknown.
 * Throws IdentityProviderUnavailable when they cannot be read: that says nothing about the token.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    try {
      return await (await found)(header, token);
    } catch (error) {
      throw isFaultOfToken(error) ? error : unavailable(error);
    }
  };
}

/** A key that the issuer does not have, or no way to choose one: there is nothing wrong with the issuer. */
const isFaultOfToken = (error: unknown): boolean =>
  [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some((kind) => error instanceof kind);

const unavailable = (cause: unknown) =>
  new AppError('IdentityProviderUnavailable', 'the keys of the identity provider cannot be read; send the request again', { cause });

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(patience) });
  const { issuer: named, jwks_uri } = metadata.parse(await answer.json());
  if (named !== issuer) throw new Error(`the discovery document of ${issuer} names another issuer`);
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: patience });
}
