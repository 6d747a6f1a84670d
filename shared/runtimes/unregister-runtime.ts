import type { Actor } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

/** Deletes a Runtime with its assignments and credentials. Throws NotFound. */
export const unregisterRuntime = (
  id: string,
  actor: Pick<Actor, 'tenant'>,
  { runtimes }: { runtimes: Pick<RuntimeRepository, 'get' | 'delete'> },
): Promise<Runtime> =>
  retryOnConflict(async () => {
    const runtime = await runtimes.get(actor.tenant, id);
    await runtimes.delete(runtime);
    return runtime;
  });
