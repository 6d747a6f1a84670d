import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, type RequestOptions, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { AgentError, errorCode, messageOf } from '../agent-error.ts';
import { printableUrl } from './printable-url.ts';

export interface TransportAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Transport {
  get(url: string, headers: Record<string, string>): Promise<TransportAnswer>;
  post(url: string, headers: Record<string, string>, body: string): Promise<TransportAnswer>;
  close(): void;
}

export interface TransportOptions {
  /** PEM of certificate authorities to trust beside those of the system. */
  readonly extraCa?: string | undefined;
  readonly identity?: { readonly privateKey: string; readonly certificateChain: string } | undefined;
  readonly timeoutMilliseconds?: number;
}

const defaultTimeout = 30_000;

type SecureContexts = (options: TransportOptions) => SecureContext;

const newContext: SecureContexts = ({ extraCa, identity }) =>
  createSecureContext({
    ca: extraCa === undefined ? undefined : [...getCACertificates('default'), extraCa],
    key: identity?.privateKey,
    cert: identity?.certificateChain,
  });

/** Keeps the latest one: to read the certificate authorities of the system again for every cycle would be most of its work. */
export function secureContexts(): SecureContexts {
  let latest: { readonly key: string; readonly context: SecureContext } | undefined;
  return (options) => {
    const key = JSON.stringify([options.extraCa, options.identity]);
    if (latest?.key !== key) latest = { key, context: newContext(options) };
    return latest.context;
  };
}

/** Asks over one pool of connections; with an identity, as that client certificate. The timeout covers the whole exchange. */
export function httpsTransport(options: TransportOptions, contextOf: SecureContexts = newContext): Transport {
  const timeout = options.timeoutMilliseconds ?? defaultTimeout;
  const agent = new Agent({ keepAlive: true, secureContext: contextOf(options) });
  const send = async (method: string, url: string, headers: Record<string, string>, body?: string): Promise<TransportAnswer> => {
    try {
      return await exchange(url, { method, headers, signal: AbortSignal.timeout(timeout) }, agent, body);
    } catch (cause) {
      throw transportError(url, cause);
    }
  };
  return {
    get: (url, headers) => send('GET', url, headers),
    post: (url, headers, body) => send('POST', url, headers, body),
    close: () => agent.destroy(),
  };
}

async function exchange(url: string, options: RequestOptions, agent: Agent, body: string | undefined): Promise<TransportAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.startsWith('https:') ? requestHttps(url, { ...options, agent }, resolve) : requestHttp(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

/** Parts of the codes of TLS alerts by which a server refuses a client certificate. */
const certificateAlerts = ['CERTIFICATE', 'UNKNOWN_CA', 'ACCESS_DENIED'];

function transportError(url: string, cause: unknown): AgentError {
  const where = printableUrl(url);
  const code = errorCode(cause) ?? '';
  if (cause instanceof Error && cause.name === 'AbortError')
    return new AgentError('unavailable', `${where} did not answer in time`, { cause });
  if (code.includes('ALERT') && certificateAlerts.some((alert) => code.includes(alert))) {
    return new AgentError('unauthenticated', `${where} refused the client certificate (${code})`, { cause });
  }
  const hint = hints[code];
  return new AgentError('unavailable', hint ? `${where} ${hint(code)}` : `${where} cannot be reached (${code || messageOf(cause)})`, {
    cause,
  });
}

const untrusted = (code: string): string => `presents a certificate that is not trusted (${code}); name its CA with --ca`;
const outOfTime = (code: string): string =>
  `presents a certificate that is not valid now (${code}); look at the clock of this machine, too`;

const hints: Readonly<Record<string, ((code: string) => string) | undefined>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_NOT_YET_VALID: outOfTime,
  CERT_HAS_EXPIRED: outOfTime,
};
