import { type ReleaseDeps, releaseInstanceAuths } from '../bundles/release-instance-auths.ts';
import { type Actor, describeActor } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

interface Deps extends ReleaseDeps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'delete'>;
}

/**
 * Deletes a Runtime with its assignments and credentials; Applications are told to revoke what they gave it, of what it asked for in its last
 * moment by the sweeper. Throws NotFound.
 */
export const unregisterRuntime = (id: string, actor: Actor, deps: Deps): Promise<Runtime> =>
  retryOnConflict(async () => {
    const runtime = await deps.runtimes.get(actor.tenant, id);
    await releaseInstanceAuths(actor.tenant, id, describeActor(actor), deps);
    await deps.runtimes.delete(runtime);
    return runtime;
  });
