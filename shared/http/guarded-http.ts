import { lookup } from 'node:dns/promises';
import { AppError } from '../core/errors.ts';
import { connectTo } from './connect.ts';
import { exchange } from './exchange.ts';
import type { GuardedAnswer, GuardedRequest } from './guarded-call.ts';
import { type Resolve, resolveTarget, unreachable } from './target.ts';

/**
 * Calls a URL from outside: the name is resolved on every call, every address must be allowed, the connection uses exactly these addresses, and no
 * redirect is followed. Throws TargetRefused or TargetUnreachable; every status is an answer.
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
      return await exchange(await connectTo(target, signal), target, request, signal);
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

/** The system's resolver cannot be cancelled; the caller does not wait for it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}
