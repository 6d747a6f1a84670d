import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const deliverySchedulerEnvironment = z.object({ ...environment.table, DELIVERY_QUEUE_URL: z.url() });
