import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { fail, notActive, succeed } from '../operation.ts';
import type { OperationRepository } from '../operation-repository.ts';
import { release, withoutInfrastructure } from '../runtime-provisioning.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { findActive } from './active-operation.ts';
import { type FailedSteps, lastErrorOf } from './failed-steps.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'end'>;
  readonly clock: Clock;
}

/** Ends the operation as Succeeded, and frees its Runtime for the next one. */
export async function finishOperation(input: WorkflowInput, { operations, clock }: Deps): Promise<void> {
  const active = await findActive(input, operations);
  if (active) {
    const { operation, provisioning } = active;
    await operations.end(succeed(operation, clock()), release(provisioning, { removed: operation.operation === 'Deprovision' }));
    return;
  }
  const ended = await operations.find(input.tenant, input.operationId);
  if (ended?.state !== 'Succeeded') throw notActive(input.operationId);
}

interface FailureDeps extends Deps {
  readonly registry: Pick<RuntimeRegistry, 'setStatus'>;
}

/**
 * Ends the operation as Failed with the step and the reason, and frees its Runtime for the next one. A registered Runtime becomes FAILED after a
 * provisioning or deprovisioning; after a reconnection or an upgrade its status stays.
 */
export async function failOperation(input: WorkflowInput & FailedSteps, { operations, registry, clock }: FailureDeps): Promise<void> {
  const active = await findActive(input, operations);
  if (!active) return;
  const { operation, provisioning } = active;
  // The Runtime first, because a repetition returns early once the operation has ended.
  if (/^(Provision|Deprovision)$/.test(operation.operation)) await markFailed(input, operation.changedBy, registry);
  // The outputs of a provisioning that fails lead nowhere: its infrastructure is undone.
  const left = operation.operation === 'Provision' ? withoutInfrastructure(provisioning) : provisioning;
  await operations.end(fail(operation, lastErrorOf(input), clock()), release(left, { removed: false }));
}

async function markFailed(input: WorkflowInput, changedBy: string, registry: FailureDeps['registry']): Promise<void> {
  try {
    await registry.setStatus(input.tenant, input.runtimeId, 'FAILED', changedBy);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NotFound')) throw error;
  }
}
