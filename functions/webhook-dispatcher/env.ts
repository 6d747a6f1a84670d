import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

export const webhookDispatcherEnvironment = z.object({
  ...environment.table,
  ...environment.sealing,
  DELIVERY_QUEUE_URL: z.url(),
  /** Whether webhooks may point at plain HTTP and at addresses of this machine; set on one machine only. */
  ALLOW_LOOPBACK_WEBHOOKS: z.stringbool().default(false),
});
