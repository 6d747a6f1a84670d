import * as z from 'zod';

export const eventRelayEnvironment = z.object({ EVENT_BUS_NAME: z.string().min(1) });
