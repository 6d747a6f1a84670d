import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { certificateStanding } from '#functions/connector/certificate-standing.ts';
import { senderAuthentication } from '#functions/events-gateway/authentication.ts';
import { serveEvents } from '#functions/events-gateway/serve-events.ts';
import type { BusEvent } from '#shared/application-events/send-events.ts';
import { certificateStandingPath } from '#shared/certificates/standing-path.ts';
import { logger } from '#shared/observability/logger.ts';
import { anApiEvent } from './api-event.ts';
import { startIssuer } from './client-issuer.ts';
import type { ConnectorWorld } from './connector-world.ts';

interface Viewer {
  readonly id: string;
  readonly type: 'APPLICATION' | 'RUNTIME';
  readonly tenant: string;
}

interface Request {
  readonly certificate?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  /** JSON of an object, or text. */
  readonly body?: unknown;
  readonly path?: 'events' | 'v1/events';
}

/** The events gateway of a Runtime with the real Connector behind it, on the Connector's clock, and a Director that knows the clients in `viewers`. */
export async function startEventsGateway(connector: ConnectorWorld, tenant: string) {
  const issuer = await startIssuer();
  const viewers = new Map<string, Viewer>();
  const world = { isAway: false, calls: 0, view: new Map<string, string>(), stored: [] as BusEvent[], viewers, issuer };

  const standing = certificateStanding(
    connector.deps,
    () => undefined,
    async () => ({ statusCode: 404 }),
  );
  const answerTo = async (request: IncomingMessage): Promise<{ statusCode?: number; body?: string }> => {
    world.calls += 1;
    if (world.isAway) return { statusCode: 503 };
    const body = await text(request);
    if (request.url === certificateStandingPath) {
      return standing(anApiEvent({ route: `POST ${certificateStandingPath}`, body: JSON.parse(body) }));
    }
    const { client_id } = decodeJwt(request.headers.authorization?.slice('Bearer '.length) ?? '');
    const viewer = viewers.get(String(client_id));
    if (!viewer) return { statusCode: 401 };
    if (viewer.tenant !== request.headers.tenant) return { statusCode: 400 };
    return { statusCode: 200, body: JSON.stringify({ data: { viewer: { id: viewer.id, type: viewer.type } } }) };
  };
  const server = createServer((request, response) => {
    answerTo(request).then(
      ({ statusCode, body }) => response.writeHead(statusCode ?? 500).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const authenticate = senderAuthentication({
    tenant,
    controlPlaneUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issuer: issuer.issuer,
    clock: connector.deps.clock,
  });
  const deps = {
    log: logger('events-gateway'),
    tenant,
    authenticate,
    admit: async (_applicationId: string): Promise<void> => undefined,
    view: { nameOf: async (id: string) => world.view.get(id) },
    bus: {
      put: async (events: readonly BusEvent[]) => {
        world.stored.push(...events);
        return undefined;
      },
    },
  };

  const send = async (
    application: string,
    { certificate, token, headers, body, path = 'events' }: Request,
    replaced: Partial<typeof deps> = {},
  ) => {
    const event = anApiEvent({
      route: `POST /{application}/${path}`,
      parameters: { application },
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(certificate && { certificate }),
    });
    const given = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await serveEvents({ ...event, body: given }, { ...deps, ...replaced });
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ? JSON.parse(answer.body) : undefined };
  };

  return {
    ...world,
    /** The state that tests change. */
    world,
    send,
    /** Sends an event in structured mode; returns the status, and the type of the error. */
    sendEvent: async (application: string, request: Request) => {
      const body = { specversion: '1.0', id: randomUUID(), source: '/s', type: 't' };
      const answer = await send(application, { body, ...request, headers: { 'content-type': 'application/cloudevents+json' } });
      return answer.body ? `${answer.status} ${answer.body.type}` : answer.status;
    },
    stop: () => {
      issuer.stop();
      server.close();
    },
  };
}
