import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientCredentialsGrant } from '#local/identity/client-credentials-grant.ts';
import type { LocalClients } from '#shared/consumers/registrars/local-registrar.ts';

const clients: Pick<LocalClients, 'authenticate'> = {
  authenticate: async (id, secret) => (id === 'me' && secret === 's:e c+r%t' ? ['runtime:read', 'runtime:write'] : undefined),
};

let server: Server;
let url: string;
beforeAll(async () => {
  const grant = clientCredentialsGrant(clients as LocalClients, 'compass', async ({ clientId, scope }) => `${clientId}|${scope}`);
  server = createServer(grant);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const form = { grant_type: 'client_credentials' };
const mine = { client_id: 'me', client_secret: 's:e c+r%t' };
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
});
const ask = async (body: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(body), headers });
  return { status: answer.status, cache: answer.headers.get('cache-control'), ...((await answer.json()) as { access_token?: string }) };
};
const all = 'compass/runtime:read compass/runtime:write';

describe('the client credentials grant', () => {
  it.each([
    ['HTTP Basic', form, basic('me', 's:e c+r%t')],
    ['the form', { ...form, ...mine }, {}],
  ])('gives a token to a client that proves itself by %s', async (_, body, headers) => {
    expect(await ask(body, headers)).toEqual({
      status: 200,
      cache: 'no-store',
      access_token: `me|${all}`,
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });

  it('gives the scopes that were asked for, and none that the client has not', async () => {
    expect((await ask({ ...form, ...mine, scope: 'compass/runtime:read' })).access_token).toBe('me|compass/runtime:read');
    for (const scope of ['compass/application:write', 'runtime:read', `${all} other/runtime:read`]) {
      expect(await ask({ ...form, ...mine, scope })).toMatchObject({ status: 400, error: 'invalid_scope' });
    }
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['nobody', form, {}],
    ['a wrong secret', { ...form, ...mine, client_secret: 'x' }, {}],
    ['a wrong secret in the header', form, basic('me', 'x')],
    ['a header of another kind', form, { authorization: 'Bearer x' }],
    ['a header that is no text', form, { authorization: 'Basic !' }],
    ['two proofs at once', { ...form, ...mine }, basic('me', 's:e c+r%t')],
  ])('gives nothing to %s', async (_, body, headers) => {
    expect(await ask(body, headers)).toMatchObject({ status: 401, error: 'invalid_client' });
  });

  it('is the only one', async () => {
    expect(await ask({ ...mine, grant_type: 'password' })).toMatchObject({ status: 400, error: 'unsupported_grant_type' });
  });

  it('is not asked for with a book', async () => {
    expect(await ask({ ...form, ...mine, padding: 'x'.repeat(10_000) })).toMatchObject({ status: 401 });
  });
});
