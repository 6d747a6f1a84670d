import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const provisionerEnvironment = z.object({
  ...environment.table,
  ...environment.identityProvider,
  ...environment.admission,
  ...environment.firewall,
  ...environment.polling,
  PROVISION_STATE_MACHINE_ARN: z.string().min(1),
  DEPROVISION_STATE_MACHINE_ARN: z.string().min(1),
  RECONNECT_STATE_MACHINE_ARN: z.string().min(1),
  /** The runtime drivers that the workflow tasks have, separated by commas; others are refused. */
  RUNTIME_DRIVERS: z.string().default(''),
});
