import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** An issuer whose keys, and `further` ones, are published over HTTP, and which signs whatever a test wants. */
export async function startIssuer(further: readonly JWK[] = []) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  let issuer = '';
  const server = createServer(({ url }, response) => {
    const body = url === '/keys' ? { keys: [jwk, ...further] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: JWTPayload) =>
    new SignJWT({ iss: issuer, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).setIssuedAt().sign(privateKey);
  return {
    issuer,
    sign,
    /** Mints an access token as Cognito does. */
    accessToken: (clientId: string, scope: string, given: JWTPayload = {}) =>
      sign({ sub: clientId, client_id: clientId, token_use: 'access', scope, exp: Math.floor(Date.now() / 1000) + 3600, ...given }),
    stop: () => server.close(),
  };
}

export type TestIssuer = Awaited<ReturnType<typeof startIssuer>>;
