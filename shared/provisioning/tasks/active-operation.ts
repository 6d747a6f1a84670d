import { notFound } from '../../core/errors.ts';
import type { ActiveOperation } from '../operation.ts';
import { begin, isActive, notActive } from '../operation.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeEnvironment } from '../runtime-driver.ts';
import type { RuntimeProvisioning } from '../runtime-provisioning.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';

export interface Active {
  readonly operation: ActiveOperation;
  readonly provisioning: RuntimeProvisioning;
}

type Operations = Pick<OperationRepository, 'find' | 'findProvisioning'>;

/** Returns the operation of a workflow while it holds the lock on its Runtime; undefined once it has ended. */
export async function findActive({ tenant, operationId, runtimeId }: WorkflowInput, operations: Operations): Promise<Active | undefined> {
  const [operation, provisioning] = await Promise.all([
    operations.find(tenant, operationId),
    operations.findProvisioning(tenant, runtimeId),
  ]);
  if (!operation || !provisioning) throw notFound('operation', operationId);
  return isActive(operation) && provisioning.activeOperationId === operationId ? { operation, provisioning } : undefined;
}

/** Like `findActive`, for steps that must not run after the end: throws InvalidOperation. */
export async function getActive(input: WorkflowInput, operations: Operations): Promise<Active> {
  const active = await findActive(input, operations);
  if (!active) throw notActive(input.operationId);
  return active;
}

/** Begins the operation unless an earlier step, or an earlier attempt at this one, did. */
export async function beginActive(
  { operation }: Active,
  operations: Pick<OperationRepository, 'replace'>,
  now: Date,
): Promise<ActiveOperation> {
  const begun = begin(operation, now);
  if (begun !== operation) await operations.replace(begun, operation.version);
  return begun;
}

/**
 * Returns true if the Runtime Agent is connected: after a provisioning once it connected, after a reconnecting once it made contact since
 * that began.
 */
export async function isAgentThere({ operation }: Active, registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>): Promise<boolean> {
  const { tenant, runtimeId, createdAt } = operation;
  const runtime = await registry.find(tenant, runtimeId);
  if (!runtime) throw notFound('runtime', runtimeId);
  if (operation.operation !== 'Reconnect') return runtime.status.condition === 'CONNECTED';
  return ((await registry.lastSeenAt(tenant, runtimeId)) ?? '') > createdAt;
}

export const environmentOf = ({ operation, provisioning }: Active): RuntimeEnvironment => ({
  tenant: operation.tenant,
  runtimeId: operation.runtimeId,
  operationId: operation.id,
  parameters: operation.parameters,
  configuration: provisioning.configuration,
});
