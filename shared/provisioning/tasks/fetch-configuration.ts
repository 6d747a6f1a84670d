import { notFound } from '../../core/errors.ts';
import type { OperationRepository } from '../operation-repository.ts';
import { withConfiguration } from '../runtime-provisioning.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { getActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replaceProvisioning'>;
  readonly registry: Pick<RuntimeRegistry, 'find'>;
}

/** Reads the Runtime's configuration from the registry and stores it for the driver and for the Runtime's status. */
export async function fetchRuntimeConfiguration(input: WorkflowInput, { operations, registry }: Deps): Promise<void> {
  const { provisioning } = await getActive(input, operations);
  const runtime = await registry.find(input.tenant, input.runtimeId);
  if (!runtime) throw notFound('runtime', input.runtimeId);
  const { name, description, labels } = runtime;
  const formations = Object.values(runtime.formations).sort();
  await operations.replaceProvisioning(
    withConfiguration(provisioning, { name, description, labels: labels as Record<string, never>, formations }),
    provisioning.version,
  );
}
