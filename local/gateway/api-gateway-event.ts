import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { account } from '../template/local-identities.ts';
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
  /** Values of the route's path variables. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly domainName: string;
  readonly apiId: string;
}

/** The event of an HTTP API for a Lambda function: payload format 2.0. Headers are passed unchanged. */
export function apiGatewayEvent(origin: Request, verified: Verified, now = new Date()): APIGatewayProxyEventV2 {
  const { request, body, parameters } = origin;
  const { path, query } = targetOf(request);
  const { cookie, ...headers } = joinedHeaders(request.rawHeaders);
  const base64 = body.length > 0 && !isText(headers['content-type'], headers['content-encoding']);
  return {
    version: '2.0',
    routeKey: routeKeyOf(origin),
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers, 'content-length': String(body.length) },
    requestContext: requestContext(origin, verified, now),
    isBase64Encoded: base64,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    ...(parameters && Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...(query === '' ? {} : { queryStringParameters: joinedParameters(query) }),
    ...(body.length === 0 ? {} : { body: body.toString(base64 ? 'base64' : 'utf8') }),
  };
}

/** Path and query of the request, neither decoded nor normalized. */
export function targetOf({ url = '/' }: IncomingMessage): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

const routeKeyOf = ({ request, routePath }: Request): string => `${request.method} ${routePath}`;

function requestContext(origin: Request, { claims, clientCertificate }: Verified, now: Date): APIGatewayProxyEventV2['requestContext'] {
  const { request, domainName, apiId } = origin;
  const context = {
    accountId: account,
    apiId,
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method ?? '',
      path: targetOf(request).path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: routeKeyOf(origin),
    stage: '$default',
    time: accessLogTime(now),
    timeEpoch: now.getTime(),
    ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
    ...(clientCertificate ? { authentication: { clientCert: clientCertificate } } : {}),
  };
  // The published types know neither of the two last parts.
  return context as APIGatewayProxyEventV2['requestContext'];
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

function joinedParameters(query: string): Record<string, string> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));
}

/** Returns true for the content types that API Gateway passes as text; others are passed as base64. */
const isText = (contentType = '', contentEncoding: string | undefined = undefined): boolean =>
  contentEncoding === undefined &&
  /^(text\/|application\/(.*\+)?(json|xml)|application\/(javascript|graphql|x-www-form-urlencoded)|$)/.test(contentType.toLowerCase());

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
function accessLogTime(date: Date): string {
  const [day, time] = [date.toISOString().slice(8, 10), date.toISOString().slice(11, 19)];
  return `${day}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${time} +0000`;
}
