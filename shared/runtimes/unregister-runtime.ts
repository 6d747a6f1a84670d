import { type Actor, describeActor } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

interface Deps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'delete'>;
}

/** Deletes a Runtime with its assignments and credentials; the sweeper makes Applications revoke its instance auths. Throws NotFound. */
export const unregisterRuntime = (id: string, actor: Actor, { runtimes }: Deps): Promise<Runtime> =>
  retryOnConflict(async () => {
    const runtime = await runtimes.get(actor.tenant, id);
    await runtimes.delete(runtime, describeActor(actor));
    return runtime;
  });
