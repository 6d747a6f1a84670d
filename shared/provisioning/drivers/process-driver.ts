import * as z from 'zod';
import { AppError } from '../../core/errors.ts';
import type { RuntimeDriver } from '../runtime-driver.ts';

const environment = z.object({ state: z.string(), message: z.string().optional() });

const requestTimeoutMs = 10_000;

/** Runs the Runtime Agent as a process of the machine that the host at `hostUrl` serves. */
export function processDriver(hostUrl: string): RuntimeDriver {
  const url = (runtimeId: string, path = ''): URL =>
    new URL(`runtimes/${encodeURIComponent(runtimeId)}${path}`, `${hostUrl.replace(/\/$/, '')}/`);

  async function stateOf(runtimeId: string) {
    const response = await call('GET', url(runtimeId), undefined, [404]);
    return response.status === 404 ? { state: 'absent' } : environment.parse(await response.json());
  }

  return {
    provision: async ({ tenant, runtimeId, parameters }) => {
      await call('PUT', url(runtimeId), { tenant, parameters });
    },
    check: async ({ runtimeId }) => {
      const { state, message } = await stateOf(runtimeId);
      if (state === 'absent' || state === 'failed') throw driverFailed(message ?? `the environment of the Runtime is ${state}`);
      return state === 'ready' || state === 'running' ? 'ready' : 'pending';
    },
    configure: async ({ runtimeId }, configuration) => {
      await call('PUT', url(runtimeId, '/configuration'), configuration);
    },
    // The folder of a Runtime is the user's own, and shows what its Agent was given.
    forgetToken: async () => {},
    // The Agent runs the code of this machine.
    upgrade: async () => {},
    checkUpgraded: async () => 'ready',
    remove: async ({ runtimeId }) => {
      await call('DELETE', url(runtimeId), undefined, [404]);
    },
    checkRemoved: async ({ runtimeId }) => ((await stateOf(runtimeId)).state === 'absent' ? 'ready' : 'pending'),
  };
}

/** Throws DriverUnavailable if the host does not answer or fails, DriverFailed if it refuses. */
async function call(method: string, url: URL, body?: unknown, expected: readonly number[] = []): Promise<Response> {
  const response = await send(method, url, body);
  if (response.ok || expected.includes(response.status)) return response;
  const answer = environment.partial().safeParse(await response.json().catch(() => ({})));
  const reason = (answer.success && answer.data.message) || `the host of Runtime Agents answered ${response.status}`;
  throw response.status >= 500 ? new AppError('DriverUnavailable', reason) : driverFailed(reason);
}

async function send(method: string, url: URL, body: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      signal: AbortSignal.timeout(requestTimeoutMs),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new AppError('DriverUnavailable', 'the host of Runtime Agents does not answer', { cause });
  }
}

const driverFailed = (reason: string): AppError => new AppError('DriverFailed', reason);
