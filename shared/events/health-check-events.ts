import * as z from 'zod';

export const healthCheckEvents = {
  ApplicationHealthChanged: z.object({
    applicationId: z.string(),
    condition: z.string(),
    previousCondition: z.string().optional().describe('Absent with the first probe of a URL.'),
    message: z.string().optional(),
  }),
} as const;
