import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { getActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'>;
  readonly registry: Pick<RuntimeRegistry, 'unregister'>;
}

/** Unregisters the Runtime with its formations and credentials. */
export async function unregisterProvisionedRuntime(input: WorkflowInput, { operations, registry }: Deps): Promise<void> {
  const { operation } = await getActive(input, operations);
  await registry.unregister(input.tenant, input.runtimeId, operation.changedBy);
}
