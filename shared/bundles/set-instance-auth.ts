import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { changeOwned } from './bundle.ts';
import { type BundleInstanceAuth, standingStatus } from './instance-auth.ts';
import { settingInput } from './instance-auth-input.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';
import { ownInstanceAuth } from './own-instance-auth.ts';
import { sealedInstanceAuth } from './sealed-instance-auth.ts';

interface Deps {
  readonly instanceAuths: Pick<InstanceAuthRepository, 'findById' | 'replace'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** The Application's answer to a request for credentials. Throws NotFound, InvalidData, and InvalidOperation once there was an answer. */
export async function setInstanceAuth(id: string, given: object, actor: Actor, deps: Deps): Promise<BundleInstanceAuth> {
  const { auth, status } = settingInput(given);
  return retryOnConflict(async () => {
    const current = await ownInstanceAuth(id, 'application', actor, deps);
    if (current.status.condition !== 'PENDING') {
      throw invalidOperation('auth can be set only on BundleInstanceAuths in PENDING state');
    }
    const now = deps.clock();
    const change = {
      auth: await sealedInstanceAuth(auth, current, deps.sealer),
      status: status ? { ...status, timestamp: now.toISOString() } : standingStatus('SUCCEEDED', now),
    };
    const next = changeOwned(current, change, describeActor(actor), now);
    await deps.instanceAuths.replace(next, current);
    return next;
  });
}
