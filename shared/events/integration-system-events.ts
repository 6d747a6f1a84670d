import * as z from 'zod';

const system = { integrationSystemId: z.string(), name: z.string() };

export const integrationSystemEvents = {
  IntegrationSystemRegistered: z.object(system),
  IntegrationSystemUpdated: z.object({ ...system, changed: z.array(z.string()) }),
  IntegrationSystemUnregistered: z.object(system),
} as const;
