import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { FunctionHost } from '../functions/function-host.ts';
import { readBody } from '../http-server.ts';
import type { LocalRoute } from '../template/local-system.ts';
import { apiGatewayEvent, targetOf, type Verified } from './api-gateway-event.ts';
import { clientCertificateOf } from './client-certificate.ts';
import type { Authorize } from './jwt-authorizer.ts';
import { type GatewayAnswer, lambdaAnswer, messageAnswer } from './lambda-answer.ts';
import { routeFor } from './route-for.ts';

const maxRequestBytes = 10 * 1024 * 1024;
/** The largest event that Lambda takes from API Gateway. A larger one is served here, so that texts can be tried as they are, with a warning. */
const maxEventBytes = 6 * 1024 * 1024;
/** The integration timeout of an HTTP API. */
const integrationTimeoutMs = 29_000;

interface Gateway {
  readonly routes: readonly LocalRoute[];
  readonly mutualTls: boolean;
  readonly functions: Pick<FunctionHost, 'invoke'>;
  readonly authorize: Authorize;
  readonly domainName: string;
}

/** An HTTP API in front of the functions: routes, authorizers, limits and answers as API Gateway has them. */
export function gateway({ routes, mutualTls, functions, authorize, domainName }: Gateway): RequestListener {
  const own = routes.filter((route) => route.mutualTls === mutualTls);
  const apiId = mutualTls ? 'mtls' : 'public';

  const answer = async (request: IncomingMessage): Promise<GatewayAnswer> => {
    const target = targetOf(request);
    const found = routeFor(own, request.method ?? '', target.path);
    if (!found) return messageAnswer(404, 'Not Found');
    const { route, parameters } = found;
    const claims = route.authorized ? await authorize(request.headers.authorization) : undefined;
    if (route.authorized && !claims) return messageAnswer(401, 'Unauthorized');
    const body = await readBody(request, maxRequestBytes);
    if (!body) return messageAnswer(413, 'Request Entity Too Large');
    const verified: Verified = {
      claims,
      clientCertificate: request.socket instanceof TLSSocket ? clientCertificateOf(request.socket) : undefined,
    };
    const event = apiGatewayEvent({ request, body, routePath: route.path, parameters, domainName, apiId }, verified);
    warnOfLargeEvent(body, event);
    return integrate(functions, route.functionArn, event);
  };

  return (request, response) => {
    answer(request).then(
      (found) => send(response, found),
      (error) => {
        console.error(error);
        send(response, messageAnswer(500, 'Internal Server Error'));
      },
    );
  };
}

function warnOfLargeEvent(body: Buffer, event: object): void {
  // A small body stays small, however it is quoted.
  const bytes = body.length > maxEventBytes / 10 ? Buffer.byteLength(JSON.stringify(event)) : 0;
  if (bytes <= maxEventBytes) return;
  console.warn(
    `AWS would refuse this request with 413: as an event it has ${bytes} bytes of ${maxEventBytes}. Send it with Content-Encoding: gzip.`,
  );
}

async function integrate(functions: Pick<FunctionHost, 'invoke'>, functionArn: string, event: unknown): Promise<GatewayAnswer> {
  const late = Promise.withResolvers<GatewayAnswer>();
  const timer = setTimeout(() => late.resolve(messageAnswer(503, 'Service Unavailable')), integrationTimeoutMs);
  try {
    return await Promise.race([functions.invoke(functionArn, event).then(lambdaAnswer), late.promise]);
  } catch (error) {
    console.error(error);
    return messageAnswer(500, 'Internal Server Error');
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, { status, headers, body }: GatewayAnswer): void {
  // The rest of a refused request is not read.
  const connection = response.req.complete ? {} : { connection: 'close' };
  // Not modified: the length would be that of an answer that is not sent.
  const length = status === 304 ? {} : { 'content-length': body.length };
  response.writeHead(status, { ...headers, ...connection, ...length }).end(body);
}
