import { hash } from 'node:crypto';
import * as z from 'zod';
import { type TenantId, tenantId } from '../core/tenant-id.ts';

/** One notification for one webhook: the message of the delivery queue. */
export const deliverySchema = z.object({
  id: z.string(),
  tenant: z.string().transform((value): TenantId => tenantId(value)),
  applicationId: z.string(),
  webhookId: z.string(),
  /** The template that owns the webhook, if the Application does not. */
  applicationTemplateId: z.string().optional(),
  eventId: z.string(),
  /** The detail type of the event. Absent in messages of earlier versions. */
  eventType: z.string().optional(),
  /** Fixed when the delivery is made, so that every attempt posts the same bytes. */
  body: z.string(),
});

export type Delivery = z.output<typeof deliverySchema>;

/** Id of the delivery of an event to a webhook, the same on each repetition. A webhook of a template has one delivery for each Application. */
export function deliveryId(eventId: string, webhookId: string, ...applicationOfTemplate: readonly string[]): string {
  const digest = hash('sha256', JSON.stringify([eventId, webhookId, ...applicationOfTemplate]));
  return `msg_${digest.slice(0, 32)}`;
}
