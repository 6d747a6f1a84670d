import * as z from 'zod';
import { formationReference } from './event-metadata.ts';

const application = { applicationId: z.string(), name: z.string() };

export const applicationEvents = {
  ApplicationRegistered: z.object({ ...application, formations: z.array(formationReference) }),
  ApplicationUpdated: z.object({ ...application, changed: z.array(z.string()) }),
  ApplicationStatusChanged: z.object({ ...application, condition: z.string(), previousCondition: z.string() }),
  ApplicationConnected: z.object(application),
  ApplicationUnregistered: z.object(application),
  DefaultEventingChanged: z.object({
    applicationId: z.string(),
    runtimeId: z.string().optional(),
    previousRuntimeId: z.string().optional(),
  }),
} as const;
