import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { newId } from '#shared/core/ids.ts';

export interface SigningKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  /** Signs claims as a token, with an id and the times it is valid. */
  sign(claims: JWTPayload, expiresInSeconds: number): Promise<string>;
}

const alg = 'RS256';

export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return signingKey({ ...(await exportJWK(privateKey)), kid: newId(), alg, use: 'sig' });
}

/** A key as it was stored. */
export async function signingKey(privateJwk: JWK): Promise<SigningKey> {
  const key = await importJWK(privateJwk, alg);
  const { kty, n, e, kid } = privateJwk;
  return {
    privateJwk,
    publicJwk: { kty, n, e, kid, alg, use: 'sig' },
    sign: (claims, expiresInSeconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid })
        .setIssuedAt()
        .setExpirationTime(`${expiresInSeconds}s`)
        .setJti(newId())
        .sign(key),
  };
}
