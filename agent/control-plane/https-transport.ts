import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions, request as requestHttps } from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';
import { AgentError } from '../agent-error.ts';
import { forgetAuthorities, trustedAuthorities } from './certificate-authorities.ts';
import type { Lookup } from './connect-first.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openConnection } from './open-connection.ts';
import { printableUrl } from './printable-url.ts';
import { type Environment, type ForwardProxy, proxyFor } from './proxy.ts';
import { checkedUrl } from './secure-url.ts';
import { transportError } from './transport-error.ts';
import { hostOf, portOf } from './url-parts.ts';

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
  /** Names proxies, and where the system's certificate authorities are. */
  readonly environment?: Environment;
  /** Allows URLs of other machines without TLS. */
  readonly allowHttp?: boolean;
  /** Aborts requests in flight. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<Limits>;
  readonly lookup?: Lookup | undefined;
}

export type SecureContexts = (options: TransportOptions) => SecureContext;

export const newContext: SecureContexts = ({ extraCa, identity, environment = {} }) =>
  createSecureContext({
    ca: [...trustedAuthorities(environment), ...(extraCa === undefined ? [] : [extraCa])],
    key: identity?.privateKey,
    cert: identity?.certificateChain,
  });

/**
 * Caches the latest one, because reading the system's certificate authorities is most of the work of a cycle. They are read again after a server was
 * not trusted.
 */
export function secureContexts(): SecureContexts {
  let latest: { readonly key: string; readonly context: SecureContext; readonly authorities: readonly string[] } | undefined;
  return (options) => {
    const authorities = trustedAuthorities(options.environment ?? {});
    const key = JSON.stringify([options.extraCa, options.identity]);
    if (latest?.key !== key || latest.authorities !== authorities) latest = { key, authorities, context: newContext(options) };
    return latest.context;
  };
}

/** Asks over one pool of connections; with an identity, as that client certificate. Requests, bytes and time are limited for each and for all of them. */
export function httpsTransport(options: TransportOptions, contextOf: SecureContexts = newContext): Transport {
  const limits = { ...defaultLimits, ...options.limits };
  const spent = { requests: 0, bytes: 0, until: performance.now() + limits.stepMilliseconds };
  const closing = new AbortController();
  const poolOf = pools(options, contextOf, closing.signal);

  const send = async (method: string, address: string, headers: Record<string, string>, body?: string): Promise<TransportAnswer> => {
    const url = checkedUrl(address, options.allowHttp ?? false);
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(limits.requestMilliseconds, Math.ceil(spent.until - performance.now()))));
    const signal = AbortSignal.any([timeout, closing.signal, ...(options.signal ? [options.signal] : [])]);
    let pool: Pool | undefined;
    try {
      spent.requests += 1;
      if (spent.requests > limits.stepRequests) throw tooMuch('wants to be asked', limits.stepRequests, 'times');
      pool = poolOf(url);
      const response = await responseTo(url, { method, headers, signal, agent: pool.agent }, body);
      const answer = await textOf(response, Math.min(limits.answerBytes, limits.stepBytes - spent.bytes));
      spent.bytes += Buffer.byteLength(answer);
      return refuseRedirect({ status: response.statusCode ?? 0, headers: response.headers, body: answer });
    } catch (cause) {
      const error = transportError(cause, { where: printableUrl(address), timedOut: timeout.aborted, proxy: pool?.proxy?.name });
      if (error.kind === 'untrusted') forgetAuthorities();
      throw error;
    }
  };
  return {
    get: (url, headers) => send('GET', url, headers),
    post: (url, headers, body) => send('POST', url, headers, body),
    close: () => closing.abort(),
  };
}

interface Pool {
  readonly agent: HttpAgent;
  readonly proxy: ForwardProxy | undefined;
}

/** An agent of node:http for each origin; its connections are opened by us. */
function pools(options: TransportOptions, contextOf: SecureContexts, signal: AbortSignal): (url: URL) => Pool {
  const { environment = {}, extraCa, lookup } = options;
  const known = new Map<string, Pool>();
  const tools = {
    signal,
    lookup,
    get context() {
      return contextOf(options);
    },
    proxyContext: () => newContext({ extraCa, environment }),
  };
  const newPool = (url: URL): Pool => {
    const secure = url.protocol === 'https:';
    const proxy = proxyFor(url, environment);
    const target = { host: hostOf(url), port: portOf(url), secure, proxy };
    const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
    agent.createConnection = (_, opened) => {
      openConnection(target, tools).then(
        (socket) => opened?.(null, socket),
        (error) => opened?.(error, undefined as never),
      );
      return undefined;
    };
    return { agent, proxy };
  };
  return (url) => {
    const pool = known.get(url.origin) ?? newPool(url);
    known.set(url.origin, pool);
    return pool;
  };
}

function responseTo(url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { signal } = options;
    // Until there is a connection, an aborted request says nothing.
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > most) throw tooMuch('answers with more than', most, 'bytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tooMuch = (does: string, limit: number, unit: string): AgentError =>
  new AgentError('invalid-answer', `${does} ${limit} ${unit}, which is over the limit`);

/** A redirection is not followed: it could lead the one-time token or the client certificate anywhere. */
function refuseRedirect(answer: TransportAnswer): TransportAnswer {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
  throw new AgentError(
    'refused',
    `redirects to ${printableUrl(location)}, which is not followed: configure the address it names if it is right`,
  );
}
