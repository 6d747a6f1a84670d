import * as z from 'zod';
import { formationReference } from './event-metadata.ts';

const runtime = { runtimeId: z.string(), name: z.string() };
const formations = z.array(formationReference);

export const runtimeEvents = {
  RuntimeRegistered: z.object({ ...runtime, formations }),
  RuntimeUpdated: z.object({ ...runtime, changed: z.array(z.string()) }),
  RuntimeStatusChanged: z.object({ ...runtime, condition: z.string(), previousCondition: z.string() }),
  RuntimeConnected: z.object({ ...runtime, formations }),
  RuntimeDisconnected: z.object({ runtimeId: z.string(), lastSeenAt: z.string().optional() }),
  RuntimeReconnected: z.object({ runtimeId: z.string(), lastSeenAt: z.string().optional() }),
  RuntimeEventingUrlChanged: z.object({
    runtimeId: z.string(),
    eventingUrl: z.string(),
    previousEventingUrl: z.string(),
    formations,
  }),
  RuntimeUnregistered: z.object(runtime),
} as const;
