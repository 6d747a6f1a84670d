import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, hours, later, minutes, seconds } from '#shared/core/clock.ts';
import { issuerKeys } from '#shared/lambda/issuer-keys.ts';

const { publicKey, privateKey } = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' };

let server: Server;
let issuer: string;
let named: string;
let requests: string[];
let away: boolean;
/** Answers a request instead of the issuer, if it is for this path. */
let odd: { readonly path: RegExp; readonly answer: (response: ServerResponse) => void } | undefined;
let published: (JWK | string)[];
let now: Date;
let keys: JWTVerifyGetKey;

const clock: Clock = () => now;
const pass = (milliseconds: number) => {
  now = later(now, milliseconds);
};

beforeEach(async () => {
  [requests, away, now, odd] = [[], false, new Date(), undefined];
  published = [{ ...jwk, kid: 'one' }];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (odd?.path.test(request.url ?? '')) return odd.answer(response);
    if (away) return void response.writeHead(503).end();
    const body =
      request.url === '/realm/.well-known/openid-configuration' ? { issuer: named, jwks_uri: `${issuer}/some/keys` } : { keys: published };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  named = issuer;
  keys = issuerKeys(issuer, clock);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The outcome for a token that names the key: `valid`, or the code of the error. */
async function verified(kid = 'one'): Promise<string> {
  const token = await new SignJWT({ iss: issuer }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  return jwtVerify(token, keys).then(
    () => 'valid',
    (error) => error.code,
  );
}
const unavailable = 'IdentityProviderUnavailable';
const unknownKey = 'ERR_JWKS_NO_MATCHING_KEY';
const reads = () => requests.filter((path) => path.endsWith('openid-configuration')).length;

describe("an issuer's keys", () => {
  it('are read where its discovery document says, once for many tokens', async () => {
    expect(await Promise.all([verified(), verified(), verified()])).toEqual(['valid', 'valid', 'valid']);
    expect(await verified()).toBe('valid');
    expect(requests).toEqual(['/realm/.well-known/openid-configuration', '/realm/some/keys']);
  });

  it('are not taken from a document that names another issuer', async () => {
    named = 'https://elsewhere.example';
    await expect(keys({ alg: 'RS256' }, { payload: '', signature: '' })).rejects.toMatchObject({
      code: unavailable,
      cause: expect.objectContaining({ message: expect.stringContaining('names another issuer') }),
    });
  });

  it('are asked for once in ten seconds while the issuer is away, whatever tokens come', async () => {
    away = true;
    for (const kid of ['one', 'two', 'three', 'one']) expect(await verified(kid)).toBe(unavailable);
    expect(requests).toHaveLength(1);
    away = false;
    pass(seconds(10) - 1);
    expect(await verified()).toBe(unavailable);
    expect(requests).toHaveLength(1);
    pass(1);
    expect(await verified()).toBe('valid');
  });

  it('are read again for an unknown key, once in ten seconds', async () => {
    expect(await verified()).toBe('valid');
    for (const kid of ['two', 'three', 'four']) expect(await verified(kid)).toBe(unknownKey);
    expect(reads()).toBe(1);
    published.push({ ...jwk, kid: 'two' });
    pass(seconds(10));
    expect(await verified('two')).toBe('valid');
    for (const kid of ['three', 'four', 'five']) expect(await verified(kid)).toBe(unknownKey);
    expect(reads()).toBe(2);
  });

  it('are read again after ten minutes, and one that is gone counts no more', async () => {
    expect(await verified()).toBe('valid');
    published = [{ ...jwk, kid: 'two' }];
    pass(minutes(10));
    expect(await verified()).toBe('valid');
    pass(1);
    expect(await verified()).toBe(unknownKey);
    expect(await verified('two')).toBe('valid');
    expect(reads()).toBe(2);
  });

  it('count for an hour while the issuer is away, and leave open whether it has others', async () => {
    expect(await verified()).toBe('valid');
    away = true;
    pass(hours(1));
    expect(await verified()).toBe('valid');
    expect(await verified('two')).toBe(unavailable);
    pass(1);
    expect(await verified()).toBe(unavailable);
    expect(requests).toHaveLength(3);
  });

  it.each<[string, () => unknown]>([
    ['are no keys', () => published.splice(0, 1, 'key')],
    ['are more than 256 KB', () => published.push({ kty: 'oct', k: 'x'.repeat(256 * 1024) })],
  ])('are asked for once in ten seconds when they %s', async (_, spoil) => {
    spoil();
    expect([await verified(), await verified()]).toEqual([unavailable, unavailable]);
    expect(reads()).toBe(1);
  });

  /** Milliseconds that the issuer of these tests is waited for. */
  const timeoutMs = 300;
  const nothing = () => undefined;
  const drip = (response: ServerResponse) => void response.writeHead(200).write('{');
  const endless = (response: ServerResponse) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };

  describe.each([
    ['discovery document', /openid-configuration$/],
    ['keys', /keys$/],
  ])('whose %s', (_, path) => {
    it.each([
      ['does not come', nothing],
      ['never ends, a byte at first and no more', drip],
      ['never ends, however fast', endless],
    ])('%s is given up after a while, and counts as unavailable', async (_name, answer) => {
      odd = { path, answer };
      keys = issuerKeys(issuer, clock, timeoutMs);
      expect(await verified()).toBe(unavailable);
      odd = undefined;
      pass(seconds(10));
      expect(await verified()).toBe('valid');
    });
  });
});
