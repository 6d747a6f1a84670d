import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMessage, type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let world: DispatcherWorld;
let issuer: WebhookEndpoint;
beforeAll(async () => {
  [world, issuer] = await Promise.all([dispatcherWorld(), startWebhookEndpoint()]);
});
afterAll(() => Promise.all([world.stop(), issuer.stop()]));
beforeEach(() => {
  world.endpoint.received.length = 0;
  world.endpoint.answers(200);
  issuer.received.length = 0;
});

const tokenAnswer = (access_token: string) => ({
  status: 200,
  body: JSON.stringify({ access_token, token_type: 'Bearer', expires_in: 3600 }),
});
const oauth = (clientId: string) => ({
  auth: { credential: { oauth: { clientId, clientSecret: 's:ecret', url: `${issuer.url}/token` } } },
});

/** Posts one delivery and gives back its record. */
async function attempt(settings: object) {
  const { delivery } = await world.delivery({ ...settings });
  await world.dispatch({ Records: [aMessage(delivery)] });
  return world.record(delivery);
}

describe('the credentials of a webhook', () => {
  it('go along as basic authorization', async () => {
    await attempt({ auth: { credential: { basic: { username: 'me', password: 'secret' } } } });
    expect(world.endpoint.received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  });

  it('go along as headers and query parameters', async () => {
    const auth = { additionalHeaders: { 'X-Api-Key': ['k'], Host: ['evil.example'] }, additionalQueryParams: { tenant: ['t 1'] } };
    await attempt({ url: `${world.endpoint.url}/hook?a=b`, auth });
    const [post] = world.endpoint.received;
    expect(post?.path).toBe('/hook?a=b&tenant=t%201');
    expect(post?.headers['x-api-key']).toBe('k');
    expect(post?.headers.host).not.toBe('evil.example');
  });

  it('are exchanged for a token, which is kept while it is valid', async () => {
    issuer.answers(tokenAnswer('first'), tokenAnswer('second'));
    const settings = oauth('kept');
    const { delivery: one } = await world.delivery(settings);
    const { delivery: two } = await world.delivery(settings);
    await world.dispatch({ Records: [aMessage(one)] });
    await world.dispatch({ Records: [aMessage(two)] });
    expect(world.endpoint.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer first']);
    expect(issuer.received).toHaveLength(1);
    expect(issuer.received[0]).toMatchObject({
      method: 'POST',
      path: '/token',
      body: 'grant_type=client_credentials',
      headers: {
        authorization: `Basic ${Buffer.from('kept:s%3Aecret').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  });

  it('are exchanged anew after the endpoint refused the token', async () => {
    issuer.answers(tokenAnswer('old'), tokenAnswer('new'));
    world.endpoint.answers(401, 200);
    const { delivery } = await world.delivery(oauth('refused'));
    await world.enqueue(delivery);
    await world.drain();
    expect(world.endpoint.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it.each([
    ['answers 400', { status: 400, body: '{"error":"invalid_client"}' }, 'the token endpoint answered 400 (invalid_client)'],
    ['answers without a token', { status: 200, body: '{}' }, 'the token endpoint answered 200 without an access token'],
    ['answers no JSON', { status: 200, body: 'secret' }, 'the token endpoint answered 200 with neither JSON nor a form'],
    ['answers an error', { status: 200, body: '{"error":"secret"}' }, 'the token endpoint answered 200 with an error'],
    [
      'answers 65 KB',
      { status: 200, body: JSON.stringify({ access_token: 'a'.repeat(65 * 1024) }) },
      'the token endpoint answered 200 with more than 64 KB',
    ],
    [
      'answers a token with a line break',
      { status: 200, body: '{"access_token":"a\\n"}' },
      'the token endpoint answered 200 with an access token that cannot be sent',
    ],
    ['redirects', { status: 302, headers: { location: 'http://10.0.0.1/' } }, 'the token endpoint answered 302'],
  ])('make the attempt fail when the token endpoint %s', async (reason, answer, lastError) => {
    issuer.answers(answer);
    expect(await attempt(oauth(reason))).toMatchObject({ state: 'PENDING', lastError });
    expect(world.endpoint.received).toEqual([]);
  });

  it.each([
    ['a lifetime of zero', { status: 200, body: '{"access_token":"t","expires_in":0}' }],
    ['a lifetime of null', { status: 200, body: '{"access_token":"t","expires_in":null,"token_type":null}' }],
    ['a lifetime as text', { status: 200, body: '{"access_token":"t","expires_in":"3599"}' }],
    ['another token type', { status: 200, body: '{"access_token":"t","token_type":"BearerToken"}' }],
    ['status 201', { status: 201, body: '{"access_token":"t"}' }],
    ['60 KB beside the token', { status: 200, body: JSON.stringify({ access_token: 't', scope: 's'.repeat(60_000) }) }],
    ['a form', { status: 200, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'access_token=t&expires_in=60' }],
    ['a form as plain text', { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'access_token=t' }],
    ['names in capitals', { status: 200, body: '{"Access_Token":"t","EXPIRES_IN":60}' }],
    ['a lifetime of the past', { status: 200, body: '{"access_token":"t","expires_in":-1}' }],
    ['a lifetime without end', { status: 200, body: '{"access_token":"t","expires_in":1e400}' }],
    ['a lifetime that is no number', { status: 200, body: '{"access_token":"t","expires_in":{}}' }],
    ['an empty error', { status: 200, body: '{"access_token":"t","error":""}' }],
    ['a byte order mark', { status: 200, body: '\ufeff{"access_token":"t"}' }],
    ['JSON as HTML', { status: 299, headers: { 'content-type': 'text/html' }, body: '{"access_token":"t"}' }],
    ['a form with a bad escape', { status: 200, headers: { 'content-type': 'text/plain' }, body: 'access_token=t&scope=%zz\r\n' }],
    ['a lifetime of a fraction', { status: 200, body: '{"access_token":"t","expires_in":3599.00001}' }],
    ['a byte that is no UTF-8', { status: 200, body: Buffer.from('{"access_token":"t","scope":"\xe4"}', 'latin1') }],
    ['packed JSON', { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync('{"access_token":"t"}') }],
  ])('are exchanged for a token at an issuer that answers with %s', async (name, answer) => {
    issuer.answers(answer);
    expect(await attempt(oauth(name))).toMatchObject({ state: 'SUCCEEDED' });
    expect(world.endpoint.received[0]?.headers.authorization).toBe('Bearer t');
  });

  it('go to an issuer in the header and then in the body, and from then on where it took them', async () => {
    const settings = oauth('body-only');
    issuer.answers(401, { ...tokenAnswer('t'), body: '{"access_token":"t","expires_in":1}' });
    await attempt(settings);
    await attempt(settings);
    expect(issuer.received.map(({ headers, body }) => [headers.authorization !== undefined, body])).toEqual([
      [true, 'grant_type=client_credentials'],
      [false, 'grant_type=client_credentials&client_id=body-only&client_secret=s%3Aecret'],
      [false, 'grant_type=client_credentials&client_id=body-only&client_secret=s%3Aecret'],
    ]);
  });

  it('go in the body, where the issuer closes the connection on a header', async () => {
    issuer.answers('drop', tokenAnswer('t'));
    expect(await attempt(oauth('closing'))).toMatchObject({ state: 'SUCCEEDED' });
  });

  it('are exchanged for a token with a blank and other characters than ASCII', async () => {
    issuer.answers(tokenAnswer('a b ä€'));
    expect(await attempt(oauth('odd'))).toMatchObject({ state: 'SUCCEEDED' });
    const { authorization = '' } = world.endpoint.received[0]?.headers ?? {};
    expect(Buffer.from(authorization, 'latin1').toString()).toBe('Bearer a b ä€');
  });

  it('are followed by a GET for the token, where the issuer says 303', async () => {
    issuer.answers({ status: 303, headers: { location: '/result' } }, tokenAnswer('see-other'));
    expect(await attempt(oauth('see-other'))).toMatchObject({ state: 'SUCCEEDED' });
    expect(issuer.received[1]).toMatchObject({ method: 'GET', path: '/result', body: '' });
  });

  it('are posted again where the issuer redirects within its origin, and nowhere else', async () => {
    issuer.answers({ status: 308, headers: { location: '/token/' } }, tokenAnswer('moved'));
    await attempt(oauth('moved'));
    expect(issuer.received.map(({ path }) => path)).toEqual(['/token', '/token/']);
    issuer.answers({ status: 308, headers: { location: `${world.endpoint.url}/token` } });
    expect(await attempt(oauth('elsewhere'))).toMatchObject({ lastError: 'the token endpoint answered 308' });
  });

  it('are refused where they name a token endpoint in a private network', async () => {
    const auth = { credential: { oauth: { clientId: 'me', clientSecret: 's', url: 'https://169.254.170.2/token' } } };
    const refusal = { code: 'InvalidData', details: { 'auth.credential.oauth.url': 'must name a host on the public internet' } };
    await expect(attempt({ auth })).rejects.toMatchObject(refusal);
  });

  it('are stored sealed, and not in the record', async () => {
    const { delivery, webhook } = await world.delivery({ auth: { credential: { basic: { username: 'me', password: 'very-secret' } } } });
    expect(JSON.stringify(webhook)).not.toContain('very-secret');
    await world.dispatch({ Records: [aMessage(delivery)] });
    expect(JSON.stringify(await world.record(delivery))).not.toContain('very-secret');
  });
});
