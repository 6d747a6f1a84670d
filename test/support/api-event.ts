import type { ApiEvent } from '#shared/lambda/api-event.ts';

interface Wish {
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: object;
  /** Method and path of the route, `POST /graphql` unless told otherwise, and what stands for its variables. */
  readonly route?: string;
  readonly parameters?: Record<string, string>;
  /** Claims that the JWT authorizer verified. */
  readonly claims?: Record<string, unknown>;
  /** Certificate that the mutual-TLS endpoint verified. */
  readonly certificate?: string;
}

/** Further fields of the certificate in the event, which no code reads. */
const described = { serialNumber: '', subjectDN: '', issuerDN: '', validity: { notBefore: '', notAfter: '' } };

/** A request as API Gateway hands it over. */
export function anApiEvent({ headers = {}, query, body, claims, certificate, ...given }: Wish): ApiEvent {
  const { route: routeKey = 'POST /graphql', parameters = {} } = given;
  const [method = '', pattern = ''] = routeKey.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name] ?? ''));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    queryStringParameters: query,
    pathParameters: parameters,
    isBase64Encoded: false,
    body: body && JSON.stringify(body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'compass.test',
      domainPrefix: 'compass',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: crypto.randomUUID(),
      routeKey,
      stage: '$default',
      time: '01/Jan/2030:00:00:00 +0000',
      timeEpoch: 1_893_456_000_000,
      ...(claims && { authorizer: { jwt: { claims } } }),
      ...(certificate && { authentication: { clientCert: { clientCertPem: certificate, ...described } } }),
    },
  };
}
