import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import * as tls from 'node:tls';

/** PEM of the private key, and of the client certificate followed by those that lead to the root. */
export interface Identity {
  readonly privateKey: string;
  readonly certificateChain: string;
}

/** Server certificate authorities to trust beside those of the system, and the client's own certificate. */
export interface Trust {
  readonly caCertificate?: string | undefined;
  readonly identity?: Identity | undefined;
}

/** Node before 22.15 tells only of the authorities that it ships with. */
const trusted = (): readonly string[] => tls.getCACertificates?.('default') ?? tls.rootCertificates;

/** Posts a body over TLS with the client's own certificate, or over plain HTTP. */
export async function post(url: string, headers: Record<string, string>, body: string, { caCertificate, identity }: Trust) {
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(30_000) };
  const agent = new Agent({
    ca: caCertificate === undefined ? undefined : [...trusted(), caCertificate],
    key: identity?.privateKey,
    cert: identity?.certificateChain,
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = url.startsWith('https:') ? requestHttps(url, { ...options, agent }, resolve) : requestHttp(url, options, resolve);
      request.on('error', reject);
      request.end(body);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  } finally {
    agent.destroy();
  }
}
