import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { changeOwned } from './bundle.ts';
import type { BundleRepository } from './bundle-repository.ts';
import { type BundleInstanceAuth, standingStatus } from './instance-auth.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';
import { ownInstanceAuth } from './own-instance-auth.ts';

interface Deps {
  readonly bundles: Pick<BundleRepository, 'findById'>;
  readonly instanceAuths: Pick<InstanceAuthRepository, 'findById' | 'replace' | 'delete'>;
  readonly clock: Clock;
}

/**
 * Gives credentials back. Those of a bundle with default credentials are deleted at once; others become UNUSED, and the Application,
 * which is notified, revokes and deletes them. A repetition changes nothing. Throws NotFound.
 */
export const requestInstanceAuthDeletion = (id: string, actor: Actor, deps: Deps): Promise<BundleInstanceAuth> =>
  retryOnConflict(async () => {
    const current = await ownInstanceAuth(id, 'runtime', actor, deps);
    const bundle = await deps.bundles.findById(actor.tenant, current.bundleId);
    if (bundle?.defaultInstanceAuth !== undefined) {
      await deps.instanceAuths.delete(current);
      return current;
    }
    if (current.status.condition === 'UNUSED') return current;
    const now = deps.clock();
    const next = changeOwned(current, { status: standingStatus('UNUSED', now) }, describeActor(actor), now);
    await deps.instanceAuths.replace(next, current);
    return next;
  });
