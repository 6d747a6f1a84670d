import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LocalDescription } from '#local/local-description.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import type { Answer, WireRequest } from './messages.ts';

/** Sends requests over connections that stay open, as clients under load do. */
export function httpSender(system: LocalDescription) {
  const open = new HttpAgent({ keepAlive: true });
  const ca = readFileSync(system.caCertificate);
  const secure = new Map<string, HttpsAgent>();
  const agentOf = ({ key, certificateChain }: NonNullable<WireRequest['identity']>): HttpsAgent => {
    const known = secure.get(key) ?? new HttpsAgent({ keepAlive: true, ca, key, cert: certificateChain });
    secure.set(key, known);
    return known;
  };
  return {
    send: ({ route, parameters = {}, headers, body, identity }: WireRequest): Promise<Answer> => {
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name] ?? ''));
      const options = { method, headers: { 'content-type': 'application/json', ...headers } };
      return new Promise((resolve, reject) => {
        const answered = (response: IncomingMessage) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, etag: response.headers.etag, body: Buffer.concat(chunks).toString() }),
          );
        };
        const request = identity
          ? httpsRequest(system.mtlsUrl + path, { ...options, agent: agentOf(identity) }, answered)
          : httpRequest(system.publicUrl + path, { ...options, agent: open }, answered);
        request.on('error', reject);
        request.end(body && JSON.stringify(body));
      });
    },
    close: (): void => {
      for (const agent of [open, ...secure.values()]) agent.destroy();
    },
  };
}

const firstCertificate = (chain: string): string =>
  chain.slice(0, chain.indexOf('-----END CERTIFICATE-----') + '-----END CERTIFICATE-----\n'.length);

/** The request as API Gateway hands it to the function. Its authorizer has verified a bearer token. */
export const eventOf = ({ identity, headers, ...request }: WireRequest) =>
  anApiEvent({
    ...request,
    headers,
    ...(identity && { certificate: firstCertificate(identity.certificateChain) }),
    ...(headers?.authorization && { claims: claimsOf(headers.authorization) }),
  });

/** The claims of a token as text, lists as `[a b]`. */
function claimsOf(authorization: string): Record<string, string> {
  const payload = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString());
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, Array.isArray(value) ? `[${value.join(' ')}]` : String(value)]),
  );
}
