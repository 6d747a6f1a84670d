import * as z from 'zod';

/** The body of the webhook for a changed configuration: CloudEvents 1.0 in JSON. */
export const cloudEventSchema = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  time: z.string().optional(),
  subject: z.string().optional(),
  data: z.looseObject({
    tenant: z.string(),
    applicationId: z.string(),
    runtimeId: z.string().nullish(),
    reason: z.string().nullish(),
  }),
});
export type CloudEvent = z.infer<typeof cloudEventSchema>;
