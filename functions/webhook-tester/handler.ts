import { callHandler } from '#shared/lambda/call-handler.ts';
import { postTest } from '#shared/webhooks/post-test.ts';
import { webhookTestSchema } from '#shared/webhooks/webhook-test.ts';
import { deps } from './deps.ts';

export const handler = callHandler(deps.log, webhookTestSchema, (test) => postTest(test, deps), {
  fields: ({ id, owner: { tenant }, webhookId }, result) => ({
    deliveryId: id,
    tenant,
    webhookId,
    status: result?.status,
    error: result?.error,
  }),
});
