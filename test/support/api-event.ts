import type { ApiEvent } from '#shared/lambda/api-event.ts';

interface Wish {
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: object;
  /** What the JWT authorizer verified. */
  readonly claims?: Record<string, unknown>;
  /** What the mutual-TLS endpoint verified. */
  readonly certificate?: string;
}

/** What the endpoint says about the certificate besides; nobody relies on it. */
const described = { serialNumber: '', subjectDN: '', issuerDN: '', validity: { notBefore: '', notAfter: '' } };

/** A request as API Gateway hands it over. */
export function anApiEvent({ headers = {}, query, body, claims, certificate }: Wish): ApiEvent {
  const path = '/graphql';
  return {
    version: '2.0',
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    queryStringParameters: query,
    isBase64Encoded: false,
    body: body && JSON.stringify(body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'compass.test',
      domainPrefix: 'compass',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: crypto.randomUUID(),
      routeKey: `POST ${path}`,
      stage: '$default',
      time: '01/Jan/2030:00:00:00 +0000',
      timeEpoch: 1_893_456_000_000,
      ...(claims && { authorizer: { jwt: { claims } } }),
      ...(certificate && { authentication: { clientCert: { clientCertPem: certificate, ...described } } }),
    },
  };
}
