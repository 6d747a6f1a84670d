import * as z from 'zod';
import { type TenantId, tenantId } from '../core/tenant-id.ts';

/** The request for a test. The tester reads the webhook itself, so that a test can call nothing that is not registered. */
export const webhookTestSchema = z.object({
  /** The `webhook-id` of the message. */
  id: z.string(),
  owner: z.object({
    tenant: z.string().transform((value): TenantId => tenantId(value)),
    kind: z.enum(['application', 'runtime', 'application_template']),
    id: z.string(),
  }),
  webhookId: z.string(),
});

export type WebhookTest = z.output<typeof webhookTestSchema>;

/** The answer to a test. */
export const webhookTestResultSchema = z.object({
  /** True if a delivery with this answer would have succeeded. */
  accepted: z.boolean(),
  /** When the call began. */
  at: z.string(),
  /** Milliseconds. */
  duration: z.number(),
  status: z.number().optional(),
  error: z.string().optional(),
  /** The beginning of the answer's body, without what was sent to the endpoint in confidence. */
  body: z.string().optional(),
});

export type WebhookTestResult = z.output<typeof webhookTestResultSchema>;

/** Makes a test in the function that may call endpoints. Returns undefined if there is no such webhook. */
export type WebhookTester = (test: WebhookTest) => Promise<WebhookTestResult | undefined>;
