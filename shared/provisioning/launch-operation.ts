import type { Clock } from '../core/clock.ts';
import { invalidData, isConcurrentUpdate } from '../core/errors.ts';
import { fail, type Operation, type PendingOperation } from './operation.ts';
import type { OperationRepository } from './operation-repository.ts';
import { type Locking, release } from './runtime-provisioning.ts';
import type { WorkflowStarter } from './workflow-starter.ts';

export interface LaunchDeps {
  readonly operations: Pick<OperationRepository, 'start' | 'find' | 'findProvisioning' | 'end'>;
  readonly startWorkflow: WorkflowStarter;
  readonly clock: Clock;
}

/**
 * Stores an operation with its lock and starts its workflow. If the id is taken, returns the operation that has it; if that one has no
 * workflow yet, because the process that stored it crashed, its workflow is started now.
 */
export async function launch(draft: PendingOperation, locking: Locking, deps: LaunchDeps): Promise<Operation> {
  if ((await deps.operations.start(draft, locking)) === 'started') return startWorkflowOf(draft, deps);
  return launchAgain(draft, deps);
}

/** The stored operation of a repeated request, if there is one. Throws InvalidData when the key was used for another request. */
export async function launchAgain(draft: PendingOperation, deps: LaunchDeps): Promise<Operation> {
  const stored = await deps.operations.find(draft.tenant, draft.id);
  if (stored?.requestDigest !== draft.requestDigest) {
    throw invalidData('request', { 'Idempotency-Key': 'was used with another request' });
  }
  return stored.state === 'Pending' ? startWorkflowOf(stored, deps) : stored;
}

async function startWorkflowOf(operation: PendingOperation, deps: LaunchDeps): Promise<Operation> {
  const { tenant, id, runtimeId } = operation;
  try {
    await deps.startWorkflow(operation.operation, { tenant, operationId: id, runtimeId });
    return operation;
  } catch (error) {
    return (await findStarted(operation, deps)) ?? Promise.reject(error);
  }
}

/**
 * Ends an operation whose workflow could not be started, so that its Runtime is free. An error does not prove that no workflow was started: returns
 * the operation if a workflow has begun it; a workflow that begins later finds it ended and does nothing.
 */
async function findStarted(operation: PendingOperation, { operations, clock }: LaunchDeps): Promise<Operation | undefined> {
  const provisioning = await operations.findProvisioning(operation.tenant, operation.runtimeId);
  // Nothing was built for it, so its Runtime takes no room in the quota.
  const isFirst = operation.operation === 'Provision';
  const reason = { step: 'StartExecution', code: 'InternalError', message: 'the workflow could not be started' };
  try {
    if (provisioning) await operations.end(fail(operation, reason, clock()), release(provisioning, { removed: isFirst }));
    return undefined;
  } catch (error) {
    if (!isConcurrentUpdate(error)) throw error;
    return operations.find(operation.tenant, operation.id);
  }
}
