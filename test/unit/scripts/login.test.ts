import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { close, listen } from '#local/http-server.ts';
import { Refusal } from '#local/refusal.ts';
import { endpointsOf, login } from '../../../scripts/aws/login.ts';

const opened: Server[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await close(server);
});

/** An issuer of which a test says what it answers to the exchange of a code. */
async function issuer(answer: { status: number; body: string } = { status: 200, body: '{"access_token":"t","expires_in":3600}' }) {
  const exchanged: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer');
    if (pathname === '/.well-known/openid-configuration')
      return response.end(JSON.stringify({ authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` }));
    exchanged.push(new URLSearchParams(Buffer.concat(await request.toArray()).toString()));
    return response.writeHead(answer.status).end(answer.body);
  });
  opened.push(server);
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  return { url, exchanged };
}

/** A browser that comes back with what the test says of the request. */
const browser = (query: (page: URL) => Record<string, string>) => async (page: URL) => {
  const back = new URL(page.searchParams.get('redirect_uri') ?? '');
  back.search = new URLSearchParams(query(page)).toString();
  await fetch(back);
};

const stateOf = (page: URL) => page.searchParams.get('state') ?? '';
const signedIn = browser((page) => ({ code: 'the-code', state: stateOf(page) }));

describe('signing in', () => {
  it('exchanges the code with the verifier of the challenge, at the endpoints that the issuer announces', async () => {
    const { url, exchanged } = await issuer();
    const pages: URL[] = [];
    const { access_token } = await login({
      endpoints: await endpointsOf(url),
      clientId: 'client',
      port: 0,
      open: (page) => {
        pages.push(page);
        return signedIn(page);
      },
    });
    expect(access_token).toBe('t');
    const verifier = exchanged[0]?.get('code_verifier') ?? '';
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(verifier));
    expect(pages[0]?.searchParams.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
    expect(exchanged[0]?.get('code')).toBe('the-code');
  });

  it('takes no code that comes with another state', async () => {
    const { url, exchanged } = await issuer();
    const open = async (page: URL) => {
      await browser(() => ({ code: 'forged', state: 'other' }))(page);
      await signedIn(page);
    };
    await login({ endpoints: await endpointsOf(url), clientId: 'client', port: 0, open });
    expect(exchanged.map((body) => body.get('code'))).toEqual(['the-code']);
  });

  it.each([
    ['the user gives up', browser((page) => ({ error: 'access_denied', state: stateOf(page) })), undefined, 'access_denied'],
    ['the issuer refuses the code', signedIn, { status: 400, body: '{"error":"invalid_grant"}' }, 'invalid_grant'],
  ])('says why it failed when %s', async (_, open, answer, reason) => {
    const { url } = await issuer(answer);
    const attempt = login({ endpoints: await endpointsOf(url), clientId: 'client', port: 0, open });
    await expect(attempt).rejects.toThrow(Refusal);
    await expect(attempt).rejects.toThrow(reason);
  });

  it('says what to do when its port is in use', async () => {
    const other = createServer();
    opened.push(other);
    const port = await listen(other, 0);
    const attempt = login({
      endpoints: { authorization_endpoint: 'http://i/a', token_endpoint: 'http://i/t' },
      clientId: 'c',
      port,
      open: signedIn,
    });
    await expect(attempt).rejects.toThrow(`Port ${port} is in use`);
  });

  it('names the address of an issuer that does not say where users sign in', async () => {
    await expect(endpointsOf('http://127.0.0.1:1')).rejects.toThrow('http://127.0.0.1:1/.well-known/openid-configuration');
  });
});
