import type { JsonValue } from '#shared/core/json.ts';
import { type RuntimeStatus, runtimeStatus as statusOf } from '#shared/provisioning/provisioning-status.ts';
import type { RuntimeProvisioning } from '#shared/provisioning/runtime-provisioning.ts';
import type { QueryResolvers, RuntimeInfrastructure, RuntimeStatus as RuntimeStatusView } from '../schema.generated.ts';
import { operationView } from './operations.ts';

export const runtimeStatus: QueryResolvers['runtimeStatus'] = async (_parent, { id }, { actor, deps }) => {
  const { provisioned, connection } = await statusOf(id, actor, deps);
  return {
    ...(provisioned && provisionedView(provisioned)),
    runtimeConnectionStatus: { status: connection, errors: provisioned ? errorsOf(provisioned) : [] },
    hibernationStatus: { hibernated: false, hibernationPossible: false },
  };
};

type Provisioned = NonNullable<RuntimeStatus['provisioned']>;

const errorsOf = ({ lastOperation }: Provisioned) =>
  lastOperation.state === 'Failed' ? [{ message: lastOperation.lastError.message }] : [];

const provisionedView = ({ lastOperation, provisioning }: Provisioned): Partial<RuntimeStatusView> => ({
  lastOperationStatus: operationView(lastOperation),
  runtimeConfiguration: { clusterConfig: configurationView(provisioning) },
  infrastructure: provisioning.removed ? null : infrastructureView(provisioning),
});

const configurationView = ({ driver, parameters, configuration }: RuntimeProvisioning): JsonValue => ({
  ...configuration,
  driver,
  parameters,
});

const infrastructureView = ({ driver, infrastructure: stack }: RuntimeProvisioning): RuntimeInfrastructure => ({
  driver,
  templateVersion: stack?.templateVersion,
  stackID: stack?.stackId,
  consoleURL: stack?.consoleUrl,
  outputs: stack && Object.entries(stack.outputs).map(([key, value]) => ({ key, value })),
});
