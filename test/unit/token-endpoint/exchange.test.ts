import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exchange } from '#functions/token-endpoint/exchange.ts';
import { anApiEvent } from '#test/support/api-event.ts';

let server: Server;
let tokenUrl: string;
let seen: { authorization: string | undefined; type: string | undefined; form: Record<string, string> } | undefined;
let upstream: { status: number; body: string; location?: string; stalls?: 'before' | 'within' };
let answering: ((scope: string | undefined) => { status: number; body: string }) | undefined;
let logged: unknown[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization, 'content-type': type } = request.headers;
    seen = { authorization, type, form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())) };
    if (upstream.stalls === 'before') return;
    if (upstream.stalls === 'within') return void response.writeHead(200).write('{');
    if (answering) Object.assign(upstream, answering(seen.form.scope));
    response.writeHead(upstream.status, upstream.location ? { location: upstream.location } : {}).end(upstream.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth2/token`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [seen, logged, answering] = [undefined, [], undefined];
  upstream = { status: 200, body: '{"access_token":"t","expires_in":3600,"token_type":"Bearer"}' };
});

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const ask = (body: string | Record<string, string>, headers: Record<string, string> = {}, url = tokenUrl) => {
  const event = { ...anApiEvent({ headers: { ...formType, ...headers } }), body: new URLSearchParams(body).toString() };
  return exchange(event, {
    tokenUrl: url,
    resourceServer: 'compass',
    log: { error: (...entry: unknown[]) => logged.push(entry) } as never,
    ...(upstream.stalls && { timeoutMs: 200 }),
  });
};
const form = { grant_type: 'client_credentials' };

describe('the token endpoint', () => {
  it('hands the grant to the identity provider and its answer back, with Cache-Control: no-store', async () => {
    expect(await ask(form, { authorization: 'Basic YTpi' })).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: upstream.body,
    });
    expect(seen).toEqual({ authorization: 'Basic YTpi', type: expect.stringContaining('x-www-form-urlencoded'), form });
  });

  it('names scopes as the identity provider knows them', async () => {
    await ask({ ...form, scope: 'runtime:read  compass/runtime:write' });
    expect(seen?.form.scope).toBe('compass/runtime:read compass/runtime:write');
    await ask({ ...form, scope: '' });
    expect(seen?.form).toEqual(form);
  });

  it('leaves out scopes that are unknown here, and says which the token has', async () => {
    const { body = '' } = await ask({ ...form, scope: 'runtime:read internal_visibility:read other/runtime:write compass/runtime:write' });
    expect(seen?.form.scope).toBe('compass/runtime:read compass/runtime:write');
    expect(JSON.parse(body)).toEqual({ ...JSON.parse(upstream.body), scope: 'runtime:read runtime:write' });
    const renamed = await ask({ ...form, scope: 'fetch-request.auth:read' });
    expect(seen?.form.scope).toBe('compass/fetch_request.auth:read');
    expect(JSON.parse(renamed.body ?? '')).toMatchObject({ scope: 'fetch_request.auth:read' });
  });

  it('gives no token when it knows none of the scopes, rather than one with all of them', async () => {
    const answer = await ask({ ...form, scope: 'internal_visibility:read tenant:write __proto__' });
    expect(answer).toMatchObject({ statusCode: 400, body: '{"error":"invalid_scope"}' });
    expect(seen).toBeUndefined();
  });

  describe('for a client that has some of the scopes only, which the identity provider refuses as a whole', () => {
    const held = ['compass/application:read', 'compass/application:write'];
    const tokenWith = (scope: string) => `e30.${Buffer.from(JSON.stringify({ scope })).toString('base64url')}.`;
    const asked: (string | undefined)[] = [];
    beforeEach(() => {
      asked.length = 0;
      answering = (scope) => {
        asked.push(scope);
        const scopes = scope?.split(' ') ?? held;
        return scopes.every((one) => held.includes(one))
          ? { status: 200, body: JSON.stringify({ access_token: tokenWith(scopes.join(' ')), token_type: 'Bearer' }) }
          : { status: 400, body: '{"error":"invalid_scope"}' };
      };
    });

    it('asks for those that the client has and no others', async () => {
      const answer = await ask({ ...form, scope: 'application:read runtime:read unknown:read' });
      expect(JSON.parse(answer.body ?? '')).toEqual({
        access_token: tokenWith('compass/application:read'),
        token_type: 'Bearer',
        scope: 'application:read',
      });
      expect(asked).toEqual(['compass/application:read compass/runtime:read', undefined, 'compass/application:read']);
    });

    it('gives no token when the client has none of them', async () => {
      expect(await ask({ ...form, scope: 'runtime:read' })).toMatchObject({ statusCode: 400, body: '{"error":"invalid_scope"}' });
    });

    it('asks once when the client has all of them, and leaves the answer as it is', async () => {
      const answer = await ask({ ...form, scope: 'application:write' });
      expect(JSON.parse(answer.body ?? '')).not.toHaveProperty('scope');
      expect(asked).toEqual(['compass/application:write']);
    });
  });

  it('passes on who asks, by header or form, and nothing that it does not know', async () => {
    await ask(
      { ...form, client_id: 'c', client_secret: 's', resource: 'https://elsewhere.test' },
      { cookie: 'a=b', 'x-forwarded-for': 'x' },
    );
    expect(seen).toMatchObject({ authorization: undefined, form: { ...form, client_id: 'c', client_secret: 's' } });
  });

  it.each([
    [400, {}],
    [401, { 'www-authenticate': 'Basic realm="compass"' }],
  ])('hands a refusal of status %i back', async (status, added) => {
    upstream = { status, body: '{"error":"invalid_client"}' };
    expect(await ask(form)).toMatchObject({ statusCode: status, headers: added, body: upstream.body });
    expect(logged).toEqual([]);
  });

  it.each<[string, string | Record<string, string>, Record<string, string>, string]>([
    ['another grant', { grant_type: 'password' }, {}, 'unsupported_grant_type'],
    ['no grant', '', {}, 'unsupported_grant_type'],
    ['JSON', form, { 'content-type': 'application/json' }, 'invalid_request'],
    ['a book', { ...form, scope: 'x'.repeat(9000) }, {}, 'invalid_request'],
  ])('refuses %s itself', async (_, body, headers, error) => {
    expect(await ask(body, headers)).toMatchObject({ statusCode: 400, body: JSON.stringify({ error }) });
    expect(seen).toBeUndefined();
  });

  it.each(['Basic \u20ac', 'Basic hid\nden'])(
    'refuses a header that cannot be passed on, and keeps nothing of it: %j',
    async (authorization) => {
      expect(await ask(form, { authorization })).toMatchObject({
        statusCode: 401,
        headers: { 'www-authenticate': 'Basic realm="compass"' },
        body: '{"error":"invalid_client"}',
      });
      expect([seen, logged]).toEqual([undefined, []]);
    },
  );

  it.each([
    ['fails', () => Object.assign(upstream, { status: 500 }), undefined],
    ['leads elsewhere', () => Object.assign(upstream, { status: 302, location: 'https://elsewhere.test' }), undefined],
    ['answers more than 64 KB', () => Object.assign(upstream, { body: ' '.repeat(64 * 1024 + 1) }), undefined],
    ['does not answer', () => Object.assign(upstream, { stalls: 'before' }), undefined],
    ['does not end its answer', () => Object.assign(upstream, { stalls: 'within' }), undefined],
    ['is not there', () => undefined, 'http://127.0.0.1:1'],
  ])('says that it may be tried again when the identity provider %s', async (_, break_, url) => {
    break_();
    expect(await ask({ ...form, client_secret: 'hidden' }, {}, url)).toMatchObject({
      statusCode: 503,
      body: '{"error":"temporarily_unavailable"}',
    });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('hidden');
  });
});
