import type { Clock } from '../core/clock.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { changeRuntime, type Runtime, type RuntimeCondition, withCondition } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

interface Deps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'replace'>;
  readonly clock: Clock;
}

/** Sets the status of a Runtime; a repetition changes nothing. Throws NotFound. */
export const setRuntimeStatus = (
  tenant: TenantId,
  id: string,
  condition: RuntimeCondition,
  changedBy: string,
  { runtimes, clock }: Deps,
): Promise<Runtime> =>
  retryOnConflict(async () => {
    const current = await runtimes.get(tenant, id);
    if (current.status.condition === condition) return current;
    const now = clock();
    const next = changeRuntime(current, { status: withCondition(current, condition, now).status }, changedBy, now);
    await runtimes.replace(next, current);
    return next;
  });
