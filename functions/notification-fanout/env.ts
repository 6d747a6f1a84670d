import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const notificationFanoutEnvironment = z.object({
  ...environment.table,
  DELIVERY_QUEUE_URL: z.url(),
  /** The function's own queue, which takes the rest of a large fan-out. */
  NOTIFICATION_QUEUE_URL: z.url(),
});
