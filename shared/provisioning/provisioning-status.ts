import { type Actor, requireScope } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { silentAfter } from '../pairing/contact-times.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Operation } from './operation.ts';
import type { OperationRepository } from './operation-repository.ts';
import type { RuntimeProvisioning } from './runtime-provisioning.ts';
import type { RuntimeRegistry } from './runtime-registry.ts';

export interface StatusDeps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'>;
  readonly registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>;
  readonly pollSeconds: number;
  readonly clock: Clock;
}

/** Throws NotFound, also for an operation of another tenant. */
export async function operationStatus(id: string, actor: Actor, { operations }: Pick<StatusDeps, 'operations'>): Promise<Operation> {
  requireScope(actor, 'runtime:read');
  const operation = await operations.find(actor.tenant, id);
  if (!operation) throw notFound('operation', id);
  return operation;
}

type Connection = 'Pending' | 'Connected' | 'Disconnected';

export interface RuntimeStatus {
  readonly connection: Connection;
  /** Absent for a Runtime that was registered only. */
  readonly provisioned?: { readonly lastOperation: Operation; readonly provisioning: RuntimeProvisioning };
}

/** Throws NotFound for a Runtime that was neither provisioned nor registered, also for one of another tenant. */
export async function runtimeStatus(id: string, actor: Actor, deps: StatusDeps): Promise<RuntimeStatus> {
  requireScope(actor, 'runtime:read');
  const { tenant } = actor;
  const provisioning = await deps.operations.findProvisioning(tenant, id);
  const [lastOperation, runtime, lastSeenAt] = await Promise.all([
    provisioning && operationStatus(provisioning.lastOperationId, actor, deps),
    deps.registry.find(tenant, id),
    deps.registry.lastSeenAt(tenant, id),
  ]);
  const provisioned = provisioning && lastOperation && { lastOperation, provisioning };
  if (runtime) return { connection: connectionOf(runtime, lastSeenAt, deps), provisioned };
  if (!provisioned) throw notFound('runtime', id);
  return { connection: connectionWithout(provisioned.lastOperation), provisioned };
}

/** Disconnected once three polls were missed in a row, as RuntimeDisconnected says a little later. */
function connectionOf(
  { status }: Runtime,
  lastSeenAt: string | undefined,
  { clock, pollSeconds }: Pick<StatusDeps, 'clock' | 'pollSeconds'>,
): Connection {
  if (!lastSeenAt) return status.condition === 'CONNECTED' ? 'Connected' : 'Pending';
  return clock().getTime() - Date.parse(lastSeenAt) >= silentAfter(pollSeconds) ? 'Disconnected' : 'Connected';
}

/** A Runtime that is missing in the registry is not registered yet, or was deleted. */
const connectionWithout = ({ operation, state }: Operation): Connection =>
  operation === 'Provision' && state !== 'Succeeded' ? 'Pending' : 'Disconnected';
