import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type TenantId, tenantId } from '../core/tenant-id.ts';

/** One notification on its way to one webhook: what the delivery queue carries. */
export const deliverySchema = z.object({
  id: z.string(),
  tenant: z.string().transform((value): TenantId => tenantId(value)),
  applicationId: z.string(),
  webhookId: z.string(),
  /** The template whose webhook it is, where it is not the Application's own. */
  applicationTemplateId: z.string().optional(),
  eventId: z.string(),
  /** Fixed when the delivery is made, so that every attempt posts the same bytes. */
  body: z.string(),
});

export type Delivery = z.output<typeof deliverySchema>;

/**
 * The same event at the same webhook is the same delivery, however often either of them comes up. At the webhook of a template it is one
 * for each Application.
 */
export function deliveryId(eventId: string, webhookId: string, ...applicationOfTemplate: readonly string[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([eventId, webhookId, ...applicationOfTemplate]))
    .digest('hex');
  return `msg_${digest.slice(0, 32)}`;
}
