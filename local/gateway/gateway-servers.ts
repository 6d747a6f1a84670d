import { constants } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { TrustedAuthorities } from '../authority/local-authorities.ts';
import { answerJson } from '../http-server.ts';

/** A server that answers requests once the system behind it has started. */
interface Pending<S> {
  readonly server: S;
  readonly serve: (listener: RequestListener) => void;
}

/**
 * Milliseconds after which an idle connection is closed. Longer than the pauses of busy clients, which otherwise send a request on a connection that is
 * being closed.
 */
const keepAliveTimeout = 75_000;

const notYet: RequestListener = (_, response) => answerJson(response, 503, { message: 'Service Unavailable' });

export function publicServer(): Pending<Server> {
  let current = notYet;
  const server = createServer({ keepAliveTimeout }, (request, response) => current(request, response));
  return {
    server,
    serve: (listener) => {
      current = listener;
    },
  };
}

/** Mutual TLS as in API Gateway: refuses connections without a certificate that chains to the truststore. */
export async function mutualTlsServer(
  authorities: Pick<TrustedAuthorities, 'oldest' | 'certificatesPem'>,
  now: Date,
): Promise<Pending<SecureServer> & { readonly trust: (certificatesPem: string) => void }> {
  let current = notYet;
  const options = {
    ...(await authorities.oldest.issueServerCertificate(now)),
    ca: authorities.certificatesPem,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2' as const,
    keepAliveTimeout,
    // Every connection proves its certificate itself.
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
  const server = createSecureServer(options, (request, response) => current(request, response));
  return {
    server,
    serve: (listener) => {
      current = listener;
    },
    // Clients of these authorities are accepted from the next connection on.
    trust: (certificatesPem) => server.setSecureContext({ ...options, ca: certificatesPem }),
  };
}
