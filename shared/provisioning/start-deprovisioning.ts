import type { TenantActor } from '../core/actor.ts';
import type { LaunchDeps } from './launch-operation.ts';
import type { Operation } from './operation.ts';
import { startFurtherOperation } from './start-further-operation.ts';

/** Starts the removal of a Runtime that was provisioned. Throws as `startFurtherOperation` does. */
export const startDeprovisioning = (runtimeId: string, actor: TenantActor, key: string | undefined, deps: LaunchDeps): Promise<Operation> =>
  startFurtherOperation('Deprovision', runtimeId, actor, key, deps);
