import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const webhookTesterEnvironment = z.object({
  ...environment.table,
  ...environment.sealing,
  ...environment.callsToOthers,
});
