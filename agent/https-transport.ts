import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, type RequestOptions, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { getCACertificates } from 'node:tls';
import { AgentError, errorCode, messageOf } from './agent-error.ts';
import { printableUrl } from './printable-url.ts';

export interface TransportAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Transport {
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

/** Posts over one pool of connections; with an identity, as that client certificate. The timeout covers the whole exchange. */
export function httpsTransport(options: TransportOptions): Transport {
  const timeout = options.timeoutMilliseconds ?? defaultTimeout;
  const agent = new Agent({
    keepAlive: true,
    ca: options.extraCa === undefined ? undefined : [...getCACertificates('default'), options.extraCa],
    key: options.identity?.privateKey,
    cert: options.identity?.certificateChain,
  });
  return {
    async post(url, headers, body) {
      try {
        return await exchange(url, { method: 'POST', headers, signal: AbortSignal.timeout(timeout) }, agent, body);
      } catch (cause) {
        throw transportError(url, cause);
      }
    },
    close: () => agent.destroy(),
  };
}

async function exchange(url: string, options: RequestOptions, agent: Agent, body: string): Promise<TransportAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.startsWith('https:') ? requestHttps(url, { ...options, agent }, resolve) : requestHttp(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

function transportError(url: string, cause: unknown): AgentError {
  const where = printableUrl(url);
  const code = errorCode(cause) ?? '';
  if (cause instanceof Error && cause.name === 'AbortError')
    return new AgentError('unavailable', `${where} did not answer in time`, { cause });
  if (/ALERT.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return new AgentError('unauthenticated', `${where} refused the client certificate (${code})`, { cause });
  }
  if (untrustedServer.has(code)) {
    return new AgentError('unavailable', `${where} presents a certificate that is not trusted (${code}); name its CA with --ca`, { cause });
  }
  return new AgentError('unavailable', `${where} cannot be reached (${code || messageOf(cause)})`, { cause });
}

const untrustedServer = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
