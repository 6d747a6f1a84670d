import type { Clock } from '../../core/clock.ts';
import { invalidOperation } from '../../core/errors.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { beginActive, getActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replace'>;
  readonly registry: Pick<RuntimeRegistry, 'register'>;
  readonly clock: Clock;
}

/** Begins the operation: registers the Runtime under the id of the request. */
export async function registerProvisionedRuntime(input: WorkflowInput, { operations, registry, clock }: Deps): Promise<void> {
  const active = await getActive(input, operations);
  const { id, tenant, runtimeId, registration, changedBy } = active.operation;
  if (!registration) throw invalidOperation(`operation ${id} registers nothing`);
  await beginActive(active, operations, clock());
  await registry.register(tenant, runtimeId, registration, changedBy);
}
