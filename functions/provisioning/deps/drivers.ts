import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { cloudFormationDriver } from '#shared/aws/cloudformation/cloudformation-driver.ts';
import { stackClients } from '#shared/aws/cloudformation/stack-clients.ts';
import { s3Client } from '#shared/aws/s3-client.ts';
import type { DriverName } from '#shared/provisioning/drivers/driver-names.ts';
import { processDriver } from '#shared/provisioning/drivers/process-driver.ts';
import { type RuntimeDriver, runtimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import { registryReader } from '../director-registry.ts';
import { stepEnvironments } from '../env.ts';
import { deps as common, table } from './operations.ts';

const environment = stepEnvironments.drivers.parse(process.env);

/** The driver of each name. It is made if the environment names it. */
const makers: Record<DriverName, () => RuntimeDriver> = {
  process: () => processDriver(required('PROCESS_HOST_URL')),
  cloudformation: () =>
    cloudFormationDriver({
      settings: required('RUNTIME_STACKS'),
      targets: required('RUNTIME_TARGETS'),
      clientsOf: stackClients(common.clock),
      published: s3Client(),
    }),
};

function required<N extends keyof typeof environment>(name: N): NonNullable<(typeof environment)[N]> {
  const value = environment[name];
  if (value === undefined) throw new Error(`the runtime drivers ${environment.RUNTIME_DRIVERS.join(', ')} need ${name}`);
  return value as NonNullable<(typeof environment)[N]>;
}

/** Dependencies of the steps that call a runtime driver. */
export const deps = {
  ...common,
  registry: registryReader(table),
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
  drivers: runtimeDrivers(Object.fromEntries(environment.RUNTIME_DRIVERS.map((name) => [name, makers[name]()]))),
};
