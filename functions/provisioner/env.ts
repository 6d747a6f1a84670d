import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import { runtimeDriverVariables } from '#shared/provisioning/drivers/driver-variables.ts';

export const provisionerEnvironment = z.object({
  ...environment.table,
  ...environment.identityProvider,
  ...environment.admission,
  ...environment.firewall,
  ...environment.polling,
  PROVISION_STATE_MACHINE_ARN: z.string().min(1),
  DEPROVISION_STATE_MACHINE_ARN: z.string().min(1),
  RECONNECT_STATE_MACHINE_ARN: z.string().min(1),
  UPGRADE_STATE_MACHINE_ARN: z.string().min(1),
  ...runtimeDriverVariables,
});
