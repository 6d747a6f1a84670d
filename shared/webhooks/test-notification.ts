import * as z from 'zod';
import type { WebhookTest } from './webhook-test.ts';

const testType = 'io.compass.webhook.test.v1';

/** The message of a test, a CloudEvent that says nothing of any change. It allows more properties than it lists: later versions may add some. */
export const testNotificationSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().describe('The same as the header webhook-id; another one for each test.'),
  source: z.string().describe('The tenant: /compass/tenants/<tenant>.'),
  type: z.literal(testType),
  subject: z.string().describe('The webhook: webhooks/<id>.'),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.object({
    tenant: z.string(),
    webhookId: z.string(),
    reason: z.literal('WebhookTest'),
  }),
});

export const testNotificationJsonSchema = (): object => ({
  title: 'WebhookTest',
  description: 'The body of the request by which `testWebhook` tests a webhook.',
  ...z.toJSONSchema(testNotificationSchema, { target: 'draft-7', io: 'input' }),
});

type TestNotification = z.infer<typeof testNotificationSchema>;

export function testNotification({ id, owner: { tenant }, webhookId }: WebhookTest, now: Date): string {
  const notification: TestNotification = {
    specversion: '1.0',
    id,
    source: `/compass/tenants/${encodeURIComponent(tenant)}`,
    type: testType,
    subject: `webhooks/${webhookId}`,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data: { tenant, webhookId, reason: 'WebhookTest' },
  };
  return JSON.stringify(notification);
}
