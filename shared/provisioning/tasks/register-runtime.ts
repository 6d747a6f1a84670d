import type { Clock } from '../../core/clock.ts';
import { invalidOperation } from '../../core/errors.ts';
import { begin } from '../operation.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { getActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replace'>;
  readonly registry: Pick<RuntimeRegistry, 'register'>;
  readonly clock: Clock;
}

/** Begins the operation: registers the Runtime under the id of the request. */
export async function registerProvisionedRuntime(input: WorkflowInput, { operations, registry, clock }: Deps): Promise<void> {
  const { operation } = await getActive(input, operations);
  const { tenant, runtimeId, registration, changedBy } = operation;
  if (!registration) throw invalidOperation(`operation ${operation.id} registers nothing`);
  const begun = begin(operation, clock());
  if (begun !== operation) await operations.replace(begun, operation.version);
  await registry.register(tenant, runtimeId, registration, changedBy);
}
