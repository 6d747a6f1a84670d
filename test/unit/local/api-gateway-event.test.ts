import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { apiGatewayEvent } from '#local/gateway/api-gateway-event.ts';

function aRequest(rawHeaders: string[], url = '/director/graphql'): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = 'POST';
  request.url = url;
  request.httpVersion = '1.1';
  request.rawHeaders = rawHeaders;
  return request;
}

const eventOf = (request: IncomingMessage, body = Buffer.from('{}'), verified = {}) =>
  apiGatewayEvent(
    { request, body, routePath: '/director/graphql', domainName: 'api.local', apiId: 'public' },
    verified,
    new Date('2026-03-12T19:03:58.000Z'),
  );

describe('an event of the gateway', () => {
  it('has format 2.0 with its route and time', () => {
    const event = eventOf(aRequest(['Content-Type', 'application/json; charset=utf-8']));
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /director/graphql',
      rawPath: '/director/graphql',
      rawQueryString: '',
      body: '{}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/director/graphql', protocol: 'HTTP/1.1' },
        stage: '$default',
        time: '12/Mar/2026:19:03:58 +0000',
        timeEpoch: 1773342238000,
      },
    });
  });

  it('writes header names in lower case, joins repeated ones with commas and keeps cookies apart', () => {
    const { headers, cookies } = eventOf(aRequest(['Tenant', 'a', 'X-Many', '1', 'x-many', '2', 'Cookie', 'a=1; b=2']));
    expect(headers).toMatchObject({ tenant: 'a', 'x-many': '1,2' });
    expect(headers.cookie).toBeUndefined();
    expect(cookies).toEqual(['a=1', 'b=2']);
  });

  it('passes identity headers of the caller on untouched and takes nothing from them', () => {
    const event = eventOf(aRequest(['Client-Id-From-Certificate', 'forged']));
    expect(event.headers['client-id-from-certificate']).toBe('forged');
    expect(event.requestContext.authentication).toBeUndefined();
  });

  it('keeps the query as it came and joins repeated parameters', () => {
    const event = eventOf(aRequest([], '/director/graphql?token=a%20b&x=1&x=2'));
    expect(event.rawQueryString).toBe('token=a%20b&x=1&x=2');
    expect(event.queryStringParameters).toEqual({ token: 'a b', x: '1,2' });
  });

  it('encodes what is not text', () => {
    const body = Buffer.from([0xff, 0x00]);
    expect(eventOf(aRequest(['Content-Type', 'application/octet-stream']), body)).toMatchObject({
      isBase64Encoded: true,
      body: body.toString('base64'),
    });
    expect(eventOf(aRequest(['Content-Type', 'application/json', 'Content-Encoding', 'gzip']), body).isBase64Encoded).toBe(true);
    expect(eventOf(aRequest(['Content-Type', 'application/graphql+json'])).isBase64Encoded).toBe(false);
  });

  it('carries verified claims and certificates where API Gateway puts them', () => {
    const clientCertificate = {
      clientCertPem: 'PEM',
      subjectDN: 'CN=x',
      issuerDN: 'CN=y',
      serialNumber: '1',
      validity: { notBefore: 'a', notAfter: 'b' },
    };
    const { requestContext } = eventOf(aRequest([]), Buffer.alloc(0), { claims: { sub: 'me' }, clientCertificate });
    expect(requestContext).toMatchObject({
      authorizer: { jwt: { claims: { sub: 'me' } } },
      authentication: { clientCert: clientCertificate },
    });
  });
});
