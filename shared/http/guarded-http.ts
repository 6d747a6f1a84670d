import { lookup } from 'node:dns/promises';
import { AppError } from '../core/errors.ts';
import { bodyExchange } from './body-exchange.ts';
import { connectTo } from './connect.ts';
import type { GuardedAnswer, GuardedRequest, TimeLimits } from './guarded-call.ts';
import { statusExchange } from './status-exchange.ts';
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
    const limits = timeLimits(request);
    const { signal } = limits;
    try {
      const target = await orAborted(resolveTarget(request.url, { allowLoopback, resolve }), signal);
      const socket = await connectTo(target, signal);
      // The connection ends with the call: the next one must resolve and check again.
      return await (request.needs === 'status' ? statusExchange : bodyExchange)(socket, target, request, limits);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal.aborted) throw unreachable(String(signal.reason), error);
      throw unreachable(`the connection failed${codeOf(error)}`, error);
    } finally {
      limits.end();
    }
  };
}

/** Ends a call that takes too long, or that does not get on, with the reason. */
function timeLimits({ timeout, idleTimeout = timeout }: GuardedRequest): TimeLimits & { end: () => void } {
  const controller = new AbortController();
  const all = setTimeout(() => controller.abort(`no complete answer within ${timeout} ms`), timeout);
  const stalled = () => controller.abort(`no byte of an answer within ${idleTimeout} ms`);
  let idle = idleTimeout < timeout ? setTimeout(stalled, idleTimeout) : undefined;
  return {
    signal: controller.signal,
    progress: () => idle?.refresh(),
    end: () => {
      clearTimeout(all);
      clearTimeout(idle);
      // A refresh would start it again.
      idle = undefined;
    },
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
