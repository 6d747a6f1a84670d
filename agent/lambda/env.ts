import * as z from 'zod';

/** The variables of the function. The template sets them all; an address is empty where the Runtime has none. */
export const agentEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  EVENT_BUS_NAME: z.string().min(1),
  CONFIGURATION_PARAMETER: z.string().min(1),
  SEALING_KEY_PARAMETER: z.string().min(1),
  /** Seconds between two invocations by the schedule. */
  POLL_SECONDS: z.coerce.number<string>().positive(),
  /** Published as the Runtime's eventing URL. */
  EVENTS_URL: z.string().optional(),
  /** Published as the same for senders with access tokens. */
  EVENTS_URL_FOR_TOKENS: z.string().optional(),
});
