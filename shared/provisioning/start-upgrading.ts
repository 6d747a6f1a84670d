import type { TenantActor } from '../core/actor.ts';
import type { LaunchDeps } from './launch-operation.ts';
import type { Operation } from './operation.ts';
import { startFurtherOperation } from './start-further-operation.ts';

/** Moves a provisioned Runtime to the newest version of what its driver builds. Throws as `startFurtherOperation` does. */
export const startUpgrading = (runtimeId: string, actor: TenantActor, key: string | undefined, deps: LaunchDeps): Promise<Operation> =>
  startFurtherOperation('Upgrade', runtimeId, actor, key, deps);
