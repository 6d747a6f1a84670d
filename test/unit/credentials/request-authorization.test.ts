import { describe, expect, it } from 'vitest';
import type { AccessTokens, OAuthClient } from '#shared/credentials/client-credentials.ts';
import { authorize } from '#shared/credentials/request-authorization.ts';

const url = 'https://receiver.example/hook?a=1';
const tokens: AccessTokens = { get: async ({ clientId }: OAuthClient) => `token-of-${clientId}`, forget: () => undefined };

describe('authorize', () => {
  it('adds nothing where nothing is configured', async () => {
    expect(await authorize(url, undefined, tokens)).toEqual({ headers: {}, url });
  });

  it('sends basic credentials', async () => {
    const { headers } = await authorize(url, { credential: { basic: { username: 'me', password: 'pä:ss' } } }, tokens);
    expect(headers).toEqual({ authorization: `Basic ${Buffer.from('me:pä:ss').toString('base64')}` });
  });

  it('sends a token of the OAuth client', async () => {
    const oauth = { clientId: 'me', clientSecret: 's', url: 'https://issuer.example' };
    expect((await authorize(url, { credential: { oauth } }, tokens)).headers).toEqual({ authorization: 'Bearer token-of-me' });
  });

  it('adds headers and query parameters, repeated ones included', async () => {
    const auth = { additionalHeaders: { 'X-Key': ['a', 'b'] }, additionalQueryParams: { q: ['1', 'ü'], a: ['2'] } };
    expect(await authorize(url, auth, tokens)).toEqual({
      headers: { 'x-key': ['a', 'b'] },
      url: 'https://receiver.example/hook?a=1&q=1&q=%C3%BC&a=2',
    });
  });

  it('sends all values of a header that is given in two spellings', async () => {
    expect((await authorize(url, { additionalHeaders: { 'X-Key': ['a'], 'x-key': ['b'] } }, tokens)).headers).toEqual({
      'x-key': ['a', 'b'],
    });
  });

  it.each([
    ['https://e.com/a?$format=xml&note=b%20c&flag&sig=a%2Bb%3D~x', 'https://e.com/a?$format=xml&note=b%20c&flag&sig=a%2Bb%3D~x&k=a%20b%26'],
    ["https://e.com/a?$filter=Name eq 'x'#part", "https://e.com/a?$filter=Name eq 'x'&k=a%20b%26#part"],
    ['https://e.com', 'https://e.com?k=a%20b%26'],
    ['https://e.com/a?', 'https://e.com/a?k=a%20b%26'],
    ['https://e.com/a?b&', 'https://e.com/a?b&k=a%20b%26'],
  ])('leaves the query of %s as it is written', async (given, expected) => {
    expect((await authorize(given, { additionalQueryParams: { k: ['a b&'] } }, tokens)).url).toBe(expected);
  });

  it.each([
    'Host',
    'Content-Length',
    'Content-Encoding',
    'Transfer-Encoding',
    'Connection',
    'Webhook-Id',
    'webhook-signature',
    'Proxy-Authorization',
  ])('lets nobody set %s', async (name) => {
    expect((await authorize(url, { additionalHeaders: { [name]: ['x'] } }, tokens)).headers).toEqual({});
  });

  it('refuses credentials of a kind it cannot use', async () => {
    const certificateOAuth = { clientId: 'me', certificate: 'PEM', url: 'https://issuer.example' };
    await expect(authorize(url, { credential: { certificateOAuth } }, tokens)).rejects.toMatchObject({ code: 'TargetRefused' });
  });
});
