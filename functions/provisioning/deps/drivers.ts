import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { processDriver } from '#shared/provisioning/drivers/process-driver.ts';
import { runtimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import { registryReader } from '../director-registry.ts';
import { stepEnvironments } from '../env.ts';
import { deps as common, table } from './operations.ts';

const environment = stepEnvironments.drivers.parse(process.env);

/** Dependencies of the steps that call a runtime driver. */
export const deps = {
  ...common,
  registry: registryReader(table),
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
  drivers: runtimeDrivers(environment.PROCESS_HOST_URL ? { process: processDriver(environment.PROCESS_HOST_URL) } : {}),
};
