import type { JsonValue } from '#shared/core/json.ts';
import { runtimeStatus as statusOf } from '#shared/provisioning/provisioning-status.ts';
import type { RuntimeProvisioning } from '#shared/provisioning/runtime-provisioning.ts';
import type { QueryResolvers } from '../schema.generated.ts';
import { operationView } from './operations.ts';

export const runtimeStatus: QueryResolvers['runtimeStatus'] = async (_parent, { id }, { actor, deps }) => {
  const { lastOperation, provisioning, connection } = await statusOf(id, actor, deps);
  const errors = lastOperation.state === 'Failed' ? [{ message: lastOperation.lastError.message }] : [];
  return {
    lastOperationStatus: operationView(lastOperation),
    runtimeConnectionStatus: { status: connection, errors },
    runtimeConfiguration: { clusterConfig: configurationView(provisioning) },
    hibernationStatus: { hibernated: false, hibernationPossible: false },
  };
};

const configurationView = ({ driver, parameters, configuration }: RuntimeProvisioning): JsonValue => ({
  ...configuration,
  driver,
  parameters,
});
