import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An AWS endpoint of an empty deployment, and the issuer of an administrator's token, on the loopback interface. */
export async function localServices() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', request.method === 'POST' ? 'application/x-amz-json-1.0' : 'application/json');
    const paths: Record<string, unknown> = {
      '/issuer/.well-known/openid-configuration': { issuer: `${url}/issuer`, jwks_uri: `${url}/issuer/keys` },
      '/issuer/keys': keys,
    };
    response.end(JSON.stringify(paths[request.url ?? ''] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = { 'cognito:groups': [`tenant/${tenant}`, 'role/admin'], token_use: 'access', client_id: audience };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer(`${url}/issuer`)
    .setAudience(audience)
    .setSubject('administrator')
    .setExpirationTime('1h')
    .sign(privateKey);
  return { endpoint: url, issuer: `${url}/issuer`, audience, token, claims, stop: () => server.close() };
}

export const tenant = '3e64ebae-38b5-46a0-b1ed-9ccee153a0ae';
const audience = 'console';
