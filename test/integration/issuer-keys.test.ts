import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issuerKeys } from '#shared/lambda/issuer-keys.ts';

let server: Server;
let issuer: string;
let named: string;
let requests: string[];
let away: boolean;
let sign: () => Promise<string>;

beforeEach(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  [requests, away] = [[], false];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (away) return void response.writeHead(503).end();
    const body =
      request.url === '/realm/.well-known/openid-configuration' ? { issuer: named, jwks_uri: `${issuer}/some/keys` } : { keys: [jwk] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  named = issuer;
  sign = () => new SignJWT({ iss: issuer }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).setExpirationTime('1m').sign(privateKey);
});
afterEach(() => server.close());

describe("an issuer's keys", () => {
  it('are read where its discovery document says, once for many tokens', async () => {
    const keys = issuerKeys(issuer);
    await jwtVerify(await sign(), keys);
    await jwtVerify(await sign(), keys);
    expect(requests).toEqual(['/realm/.well-known/openid-configuration', '/realm/some/keys']);
  });

  it('are not taken from a document that names another issuer', async () => {
    named = 'https://elsewhere.example';
    await expect(jwtVerify(await sign(), issuerKeys(issuer))).rejects.toMatchObject({
      code: 'IdentityProviderUnavailable',
      cause: expect.objectContaining({ message: expect.stringContaining('names another issuer') }),
    });
  });

  it('are asked for again after the issuer was away', async () => {
    const keys = issuerKeys(issuer);
    away = true;
    await expect(jwtVerify(await sign(), keys)).rejects.toMatchObject({ code: 'IdentityProviderUnavailable' });
    away = false;
    await expect(jwtVerify(await sign(), keys)).resolves.toMatchObject({ payload: { iss: issuer } });
  });
});
