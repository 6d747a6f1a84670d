import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { AppError } from '../core/errors.ts';
import { type Resolve, type ResolvedAddress, resolveTarget, type Target, unreachable } from './target.ts';

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  /** Milliseconds for everything, from the name's resolution to the last byte of the answer. */
  readonly timeout: number;
  /** Maximum bytes of the answer that are read. Default: 16 KB. */
  readonly mostBytes?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** The bytes that were read. */
  readonly body: Buffer;
  /** True if the answer had more bytes. */
  readonly truncated: boolean;
}

/**
 * Calls a URL that a stranger named: resolved anew on every call, refused unless every address is fit, connected to exactly
 * these addresses, no redirect followed. Throws TargetRefused or TargetUnreachable; any status is an answer.
 */
export type GuardedHttp = (request: GuardedRequest) => Promise<GuardedAnswer>;

export interface GuardOptions {
  readonly allowLoopback: boolean;
  readonly resolve?: Resolve;
}

const allAddresses: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

export function guardedHttp({ allowLoopback, resolve = allAddresses }: GuardOptions): GuardedHttp {
  return async (request) => {
    const signal = AbortSignal.timeout(request.timeout);
    try {
      const target = await orAborted(resolveTarget(request.url, { allowLoopback, resolve }), signal);
      // A request that was upgraded does not hear of the signal any more.
      return await orAborted(call(target, request, signal), signal);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal.aborted) throw unreachable(`no complete answer within ${request.timeout} ms`, error);
      throw unreachable(`the connection failed${codeOf(error)}`, error);
    }
  };
}

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `: ${code}` : '';
};

/** The system's resolver, for one, cannot be cancelled, but nobody has to wait for it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

function call({ url, addresses }: Target, request: GuardedRequest, signal: AbortSignal): Promise<GuardedAnswer> {
  const { method, headers, body, mostBytes = usualBytes } = request;
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    // No connection is kept: the next call must resolve and check again.
    const outgoing = start(url, { method, headers, agent: false, lookup: pinned(addresses), signal }, (incoming) => {
      answerOf(incoming, mostBytes).then(resolve, reject);
    });
    outgoing.on('error', reject);
    // Nobody asked for another protocol: the status is the answer, and nothing is read of the rest.
    outgoing.on('upgrade', (incoming, socket) => {
      socket.destroy();
      resolve({ status: incoming.statusCode ?? 0, header: headerOf(incoming), body: Buffer.alloc(0), truncated: false });
    });
    outgoing.end(body);
  });
}

/** Instead of resolving a second time, which could lead somewhere else, gives out the addresses that were checked. */
const pinned =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

const usualBytes = 16 * 1024;

async function answerOf(incoming: IncomingMessage, mostBytes: number): Promise<GuardedAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  const body = Buffer.concat(chunks).subarray(0, mostBytes);
  return { status: incoming.statusCode ?? 0, header: headerOf(incoming), body, truncated: size > mostBytes };
}

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
