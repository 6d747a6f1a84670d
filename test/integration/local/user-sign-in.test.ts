import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, get, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '#local/http-server.ts';
import { discoveryDocument } from '#local/identity/discovery-document.ts';
import { type LocalIssuer, localIssuer } from '#local/identity/local-issuer.ts';
import { signInListener } from '#local/identity/sign-in/sign-in-listener.ts';
import { newSigningKey } from '#local/identity/signing-key.ts';
import { testBrowser, type Visited } from '#test/support/signing-in-browser.ts';

let folder: string;
let server: Server;
let origin: string;
let issuer: LocalIssuer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  server = createServer((request, response) => issuer.listener(request, response));
  origin = `http://127.0.0.1:${await listen(server, 0)}`;
  issuer = await localIssuer(join(folder, 'issuer.json'), `${origin}/oidc`);
});
afterAll(async () => {
  await close(server);
  await rm(folder, { recursive: true, force: true });
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const consoleUrl = () => `${origin}/console/`;
const request = (changes: Record<string, string | undefined> = {}): URL => {
  const parameters: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'compass-console',
    redirect_uri: consoleUrl(),
    scope: 'openid',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${issuer.url}/auth`);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
};
const me = [
  ['tenant', 'one'],
  ['others', 'two, three'],
  ['role', 'viewer'],
  ['role', 'operator'],
] as const;

async function codeBy(url = request()): Promise<string> {
  const browser = testBrowser(origin);
  const { left } = await browser.submit(await browser.open(url), me);
  return left?.searchParams.get('code') ?? '';
}

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await fetch(issuer.url + path, { method: 'POST', body: new URLSearchParams(form), headers });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const exchange = (code: string, changes: Record<string, string> = {}) =>
  post('/token', {
    grant_type: 'authorization_code',
    client_id: 'compass-console',
    redirect_uri: consoleUrl(),
    code,
    code_verifier: verifier,
    ...changes,
  });
const refresh = (token: string, client = 'compass-console') =>
  post('/token', { grant_type: 'refresh_token', client_id: client, refresh_token: token });

const claimsOf = async (token: string) => {
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(issuer.keys()), { issuer: issuer.url });
  return { ...payload, groups: payload['cognito:groups'], typ: protectedHeader.typ };
};

/** The error that the browser takes back to the client, or reads on the page where there is no address to go back to. */
const errorOf = ({ left, text, status }: Visited) => left?.searchParams.get('error') ?? `${status} ${/<strong>(\w+)</.exec(text)?.[1]}`;

describe('the issuer of this machine', () => {
  it('describes itself as the library does that serves it', async () => {
    const answer = await fetch(`${issuer.url}/.well-known/openid-configuration`);
    expect(await answer.json()).toEqual(discoveryDocument(issuer.url));
    const listener = signInListener(issuer.url, (await newSigningKey()).privateJwk);
    const bare = createServer(listener);
    const port = await listen(bare, 0);
    const own = await new Promise<string>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', path: '/oidc/.well-known/openid-configuration', headers: { host: new URL(origin).host } };
      get(options, async (message) => resolve((await message.toArray()).join(''))).on('error', reject);
    });
    await close(bare);
    expect(discoveryDocument(issuer.url)).toEqual(
      Object.fromEntries(Object.entries(JSON.parse(own)).filter(([name]) => name in discoveryDocument(issuer.url))),
    );
  });

  it('gives access tokens with the chosen groups, and ID tokens with the nonce', async () => {
    const { status, body } = await exchange(await codeBy());
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token: expect.any(String) });
    expect(await claimsOf(body.access_token)).toMatchObject({
      typ: 'at+jwt',
      sub: 'local-administrator',
      aud: 'compass',
      token_use: 'access',
      'cognito:groups': ['tenant/one', 'tenant/two', 'tenant/three', 'role/viewer', 'role/operator'],
    });
    const id = await claimsOf(body.id_token);
    expect(id).toMatchObject({ aud: 'compass-console', nonce: 'a-nonce', sub: 'local-administrator' });
    expect(id).not.toHaveProperty('cognito:groups');
  });

  it('answers state and issuer with the code', async () => {
    const browser = testBrowser(origin);
    const { left } = await browser.submit(await browser.open(request()), me);
    expect(left?.href.startsWith(`${consoleUrl()}?`)).toBe(true);
    expect(Object.fromEntries(left?.searchParams ?? [])).toMatchObject({ state: 'a-state', iss: issuer.url });
  });

  it('shows its page for every sign-in', async () => {
    const browser = testBrowser(origin);
    await browser.submit(await browser.open(request()), me);
    expect((await browser.open(request())).text).toContain('Sign in to Compass');
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['without a state', { state: undefined }],
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with a plain challenge', { code_challenge: verifier, code_challenge_method: 'plain' }],
  ])('refuses a request %s', async (_, changes) => {
    expect(errorOf(await testBrowser(origin).open(request(changes)))).toBe('invalid_request');
  });

  it.each<[string, Record<string, string>]>([
    ['another path', { redirect_uri: 'ORIGIN/console/other' }],
    ['an address without the last slash', { redirect_uri: 'ORIGIN/console' }],
    ['a query', { redirect_uri: 'ORIGIN/console/?next=1' }],
    ['another port', { redirect_uri: 'http://127.0.0.1:1/console/' }],
    ['another name of this machine', { redirect_uri: 'http://localhost:1/console/' }],
    ['another host', { redirect_uri: 'https://console.example.com/console/' }],
    ['an address of the command line', { redirect_uri: 'http://localhost:8400/callback' }],
    ['another path of the command line', { client_id: 'compass', redirect_uri: 'http://localhost:8400/other' }],
    ['another machine, for the command line', { client_id: 'compass', redirect_uri: 'http://example.com:8400/callback' }],
  ])('sends no browser to %s', async (_, changes) => {
    const redirect = changes.redirect_uri?.replace('ORIGIN', origin);
    const visited = await testBrowser(origin).open(request({ ...changes, redirect_uri: redirect }));
    expect(errorOf(visited)).toBe('400 invalid_redirect_uri');
  });

  it('sends the browser to any port of this machine for the command line', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      const browser = testBrowser(origin);
      const url = request({ client_id: 'compass', redirect_uri: `http://${host}:8412/callback`, nonce: undefined });
      const { left } = await browser.submit(await browser.open(url), me);
      expect(left?.host).toBe(`${host}:8412`);
    }
  });

  it('takes a code once, and ends what it gave when the code comes again', async () => {
    const code = await codeBy();
    const { body } = await exchange(code);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it.each<[string, Record<string, string>]>([
    ['with another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['for another client', { client_id: 'compass' }],
    ['for another address', { redirect_uri: 'http://127.0.0.1:1/console/' }],
  ])('takes no code %s', async (_, changes) => {
    expect(await exchange(await codeBy(), changes)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes a refresh token once, keeps its groups, and ends all of them when it comes again', async () => {
    const first = (await exchange(await codeBy())).body;
    const second = (await refresh(first.refresh_token)).body;
    expect((await claimsOf(second.access_token)).groups).toContain('tenant/two');
    expect(await refresh(second.refresh_token, 'compass')).toMatchObject({ status: 400 });
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(second.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes no refresh token that was revoked', async () => {
    const { body } = await exchange(await codeBy());
    const revoked = await post('/token/revocation', { client_id: 'compass-console', token: body.refresh_token });
    expect(revoked.status).toBe(200);
    expect(await refresh(body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('signs out, and leads back to the console alone', async () => {
    const browser = testBrowser(origin);
    const { left } = await browser.submit(await browser.open(request()), me);
    const { body } = await exchange(left?.searchParams.get('code') ?? '');
    const url = new URL(`${issuer.url}/session/end`);
    url.searchParams.set('id_token_hint', body.id_token);
    url.searchParams.set('post_logout_redirect_uri', 'http://127.0.0.1:1/');
    expect(errorOf(await browser.open(url))).toBe('400 invalid_request');
    url.searchParams.set('post_logout_redirect_uri', consoleUrl());
    expect((await browser.submit(await browser.open(url), [['logout', 'yes']])).left?.href).toBe(consoleUrl());
  });

  it('has no other grant', async () => {
    for (const grant of ['password', 'client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'])
      expect(await post('/token', { grant_type: grant, client_id: 'compass-console' })).toMatchObject({ status: 400 });
    expect(await post('/device/auth', { client_id: 'compass-console' })).toMatchObject({ status: 400 });
  });
});

describe('the sign-in page', () => {
  const opened = async () => {
    const browser = testBrowser(origin);
    return { browser, page: await browser.open(request()) };
  };

  it('loads nothing, runs nothing, is in no frame and not kept', async () => {
    const { headers, text } = (await opened()).page;
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(text) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(text).not.toMatch(/<script|style="/);
  });

  it.each(['http://127.0.0.1:1', 'https://evil.example', 'null'])('takes no form of a page of %s', async (foreign) => {
    const { browser, page } = await opened();
    expect(await browser.submit(page, me, { origin: foreign })).toMatchObject({
      status: 403,
      text: expect.stringContaining('You cannot sign in like this'),
    });
  });

  it('takes no form of another browser', async () => {
    const { page } = await opened();
    expect(await testBrowser(origin).submit(page, me)).toMatchObject({
      status: 400,
      text: expect.stringContaining('This sign-in has ended'),
    });
  });

  it.each<[string, readonly (readonly [string, string])[], string]>([
    ['no tenant', [['role', 'admin']], 'Choose a tenant'],
    ['what is no tenant', [['others', '<b>']], '&quot;&lt;b&gt;&quot; is no id of a tenant'],
    [
      'a role that does not exist',
      [
        ['tenant', 'one'],
        ['role', 'root'],
      ],
      'There is no role',
    ],
  ])('says what is wrong with %s, and can be sent again', async (_, fields, words) => {
    const { browser, page } = await opened();
    const refused = await browser.submit(page, fields);
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining(words) });
    expect((await browser.submit(refused, me)).left?.searchParams.has('code')).toBe(true);
  });
});

describe('the device flow', () => {
  const start = async () => (await post('/device/auth', { client_id: 'compass', scope: 'openid' })).body;
  const poll = (code: string) =>
    post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'compass', device_code: code });

  it('gives nothing before the user signed in, and tokens once', async () => {
    const { device_code, user_code, verification_uri, expires_in } = await start();
    expect(expires_in).toBe(600);
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } });
    const browser = testBrowser(origin);
    const entered = await browser.submit(await browser.open(verification_uri), [['user_code', user_code.toLowerCase()]]);
    const confirmed = await browser.submit(entered, []);
    expect(await poll(device_code)).toMatchObject({ status: 400 });
    expect((await browser.submit(confirmed, me)).text).toContain('You are signed in');
    const { body } = await poll(device_code);
    expect((await claimsOf(body.access_token)).groups).toContain('role/viewer');
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('says that a code is wrong, or was used', async () => {
    const browser = testBrowser(origin);
    const { user_code, verification_uri } = await start();
    const wrong = await browser.submit(await browser.open(verification_uri), [['user_code', '"><script>']]);
    expect(wrong.text).toContain('There is no sign-in with this code');
    expect(wrong.text).not.toContain('<script>');
    const aborted = await browser.submit(await browser.submit(wrong, [['user_code', user_code]]), [['abort', 'yes']]);
    expect(aborted.text).toContain('The sign-in is cancelled');
    expect((await browser.submit(aborted, [['user_code', user_code]])).text).toContain('The code has ended');
  });
});

describe('a request for another name of this machine', () => {
  it.each(['evil.example', 'localhost'])('is refused: %s', async (name) => {
    const { port } = new URL(origin);
    const status = await new Promise((resolve, reject) => {
      const { pathname, search } = request();
      get({ port, host: '127.0.0.1', path: pathname + search, headers: { host: `${name}:${port}` } }, (answer) =>
        resolve(answer.resume().statusCode),
      ).on('error', reject);
    });
    expect(status).toBe(421);
  });
});
