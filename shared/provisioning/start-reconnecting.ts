import type { TenantActor } from '../core/actor.ts';
import type { LaunchDeps } from './launch-operation.ts';
import type { Operation } from './operation.ts';
import { startFurtherOperation } from './start-further-operation.ts';

/** Reconnects the Agent of a provisioned Runtime with a new token. Throws as `startFurtherOperation` does. */
export const startReconnecting = (runtimeId: string, actor: TenantActor, key: string | undefined, deps: LaunchDeps): Promise<Operation> =>
  startFurtherOperation('Reconnect', runtimeId, actor, key, deps);
