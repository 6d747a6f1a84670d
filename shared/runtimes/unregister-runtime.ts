import { type ReleaseDeps, releaseInstanceAuths } from '../bundles/release-instance-auths.ts';
import { type Actor, describeActor } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

interface Deps extends ReleaseDeps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'delete'>;
}

/** Deletes a Runtime with its assignments and credentials; Applications are told to revoke what they gave it. Throws NotFound. */
export async function unregisterRuntime(id: string, actor: Actor, deps: Deps): Promise<Runtime> {
  const release = () => releaseInstanceAuths(actor.tenant, id, describeActor(actor), deps);
  const deleted = await retryOnConflict(async () => {
    const runtime = await deps.runtimes.get(actor.tenant, id);
    await release();
    await deps.runtimes.delete(runtime);
    return runtime;
  });
  // What was asked for meanwhile; from now on nothing can be, as the Runtime is gone.
  await release();
  return deleted;
}
