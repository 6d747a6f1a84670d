import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { changeOwned } from './bundle.ts';
import { type BundleInstanceAuth, standingStatus } from './instance-auth.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';

export interface ReleaseDeps {
  readonly instanceAuths: Pick<InstanceAuthRepository, 'listOfRuntime' | 'release'>;
  readonly clock: Clock;
}

/** Number of Applications at once. Changes of one Application run one after the other, because each writes the same part of the revision. */
const atOnce = 16;

/** Makes a Runtime's instance auths UNUSED and removes its id from them, so that the Applications revoke them. A repetition changes nothing. */
export const releaseInstanceAuths = (tenant: TenantId, runtimeId: string, changedBy: string, deps: ReleaseDeps): Promise<void> =>
  retryOnConflict(async () => {
    const held = await deps.instanceAuths.listOfRuntime(tenant, runtimeId);
    const ofApplications = Map.groupBy(held, ({ applicationId }) => applicationId);
    await mapConcurrently([...ofApplications.values()], atOnce, async (those) => {
      for (const one of those) await release(one, changedBy, deps);
    });
  });

async function release(current: BundleInstanceAuth, changedBy: string, { instanceAuths, clock }: ReleaseDeps): Promise<void> {
  const now = clock();
  const status = current.status.condition === 'UNUSED' ? current.status : standingStatus('UNUSED', now);
  try {
    await instanceAuths.release(current, changeOwned(current, { status, runtimeId: undefined }, changedBy, now));
  } catch (error) {
    // An Application that was deleted cannot revoke its credentials.
    if (!(error instanceof AppError && error.code === 'NotFound')) throw error;
  }
}
