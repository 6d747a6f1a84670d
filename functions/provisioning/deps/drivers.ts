import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { processDriver } from '#shared/provisioning/drivers/process-driver.ts';
import { runtimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import { driverTaskEnvironment } from '../env.ts';
import { deps as base } from './table.ts';

const environment = driverTaskEnvironment.parse(process.env);

/** Dependencies of the tasks that call a runtime driver. */
export const deps = {
  ...base,
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
  drivers: runtimeDrivers(environment.PROCESS_HOST_URL ? { process: processDriver(environment.PROCESS_HOST_URL) } : {}),
};
