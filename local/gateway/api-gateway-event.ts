import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ClientCertificate } from './client-certificate.ts';

export interface Verified {
  /** The claims that the JWT authorizer found, if the route has one. */
  readonly claims?: Readonly<Record<string, string>>;
  /** The certificate that the TLS handshake proved, on the API with client certificates. */
  readonly clientCertificate?: ClientCertificate;
}

interface Request {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly routePath: string;
  readonly domainName: string;
  readonly apiId: string;
}

/** The event an HTTP API hands to a Lambda function: payload format 2.0. Headers go on as the caller sent them. */
export function apiGatewayEvent({ request, body, routePath, domainName, apiId }: Request, verified: Verified, now = new Date()): APIGatewayProxyEventV2 {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://local');
  const { cookie, ...headers } = joinedHeaders(request.rawHeaders);
  const method = request.method ?? 'GET';
  const base64 = !isText(headers['content-type'], headers['content-encoding']);
  return {
    version: '2.0',
    routeKey: `${method} ${routePath}`,
    rawPath: pathname,
    rawQueryString: search.replace(/^\?/, ''),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers: { ...headers, 'content-length': String(body.length) },
    ...(search.length > 1 ? { queryStringParameters: joinedParameters(searchParams) } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId,
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method,
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${method} ${routePath}`,
      stage: '$default',
      time: accessLogTime(now),
      timeEpoch: now.getTime(),
      ...(verified.claims ? { authorizer: { jwt: { claims: verified.claims, scopes: null } } } : {}),
      ...(verified.clientCertificate ? { authentication: { clientCert: verified.clientCertificate } } : {}),
    } as APIGatewayProxyEventV2['requestContext'],
    ...(body.length > 0 ? { body: body.toString(base64 ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: body.length > 0 && base64,
  };
}

/** Lower-case names; a header that came several times is one, its values separated by commas. */
function joinedHeaders(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const value = raw[index + 1] ?? '';
    const separator = name === 'cookie' ? '; ' : ',';
    headers[name] = headers[name] === undefined ? value : `${headers[name]}${separator}${value}`;
  }
  return headers;
}

function joinedParameters(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));
}

/** What API Gateway passes on as text; everything else travels as base64. */
const isText = (contentType = '', contentEncoding: string | undefined = undefined): boolean =>
  contentEncoding === undefined && /^(text\/|application\/(.*\+)?(json|xml)|application\/(javascript|graphql|x-www-form-urlencoded)|$)/.test(contentType.toLowerCase());

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
function accessLogTime(date: Date): string {
  const [day, time] = [date.toISOString().slice(8, 10), date.toISOString().slice(11, 19)];
  return `${day}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${time} +0000`;
}
