import type { webcrypto } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Authorize, jwtAuthorizer } from '#local/gateway/jwt-authorizer.ts';

const issuer = 'http://issuer.test';
let own: webcrypto.CryptoKey;
let authorize: Authorize;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  own = privateKey;
  const key = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' };
  authorize = jwtAuthorizer(() => ({ keys: [key] }), { issuer, audience: 'compass' });
});

const signed = (claims: Record<string, unknown>, key: webcrypto.CryptoKey = own) =>
  new SignJWT({ iss: issuer, aud: 'compass', sub: 'me', ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key);
const soon = () => Math.floor(Date.now() / 1000) + 60;

describe('the JWT authorizer', () => {
  it('hands the claims on as text, lists in brackets', async () => {
    const token = await signed({ exp: soon(), 'cognito:groups': ['tenant/a', 'role/admin'] });
    expect(await authorize(`Bearer ${token}`)).toMatchObject({ sub: 'me', aud: 'compass', 'cognito:groups': '[tenant/a role/admin]' });
  });

  it('takes the client id of a token without audience', async () => {
    expect(await authorize(`Bearer ${await signed({ exp: soon(), aud: undefined, client_id: 'compass' })}`)).toBeDefined();
  });

  it.each([
    ['another issuer', { iss: 'http://other.test' }],
    ['another audience', { aud: 'other' }],
    ['an expiry in the past', { exp: 1 }],
    ['no expiry', { exp: undefined }],
  ])('refuses %s', async (_, claims) => {
    expect(await authorize(`Bearer ${await signed({ exp: soon(), ...claims })}`)).toBeUndefined();
  });

  it('refuses a foreign signature, an unsigned token and none', async () => {
    const foreign = await signed({ exp: soon() }, (await generateKeyPair('RS256')).privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: issuer, aud: 'compass', exp: soon() })).toString('base64url')}.`;
    for (const header of [`Bearer ${foreign}`, `Bearer ${unsigned}`, 'Bearer', 'Basic eA==', '', undefined])
      expect(await authorize(header)).toBeUndefined();
  });
});
