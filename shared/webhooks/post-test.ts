import { later, seconds } from '../core/clock.ts';
import { type Endpoint, type EndpointLeases, endpointOf } from '../endpoints/endpoint-leases.ts';
import { type PostDeps, postNotification } from './post-notification.ts';
import { testNotification } from './test-notification.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';
import type { WebhookTest, WebhookTestResult } from './webhook-test.ts';

export interface PostTestDeps extends PostDeps {
  readonly webhooks: Pick<WebhookRepository, 'find'>;
  readonly endpoints: EndpointLeases;
}

/** Milliseconds for everything, so that the API can answer within its 29 seconds. */
const testTime = seconds(23);

/**
 * Makes one attempt to post a test message, with one of the leases that the tenant has for the endpoint. A parked endpoint is probed by it at once, because a
 * test is to find out if the endpoint answers again. Returns undefined if the webhook was deleted.
 */
export async function postTest(test: WebhookTest, deps: PostTestDeps): Promise<WebhookTestResult | undefined> {
  const webhook = await deps.webhooks.find(test.owner, test.webhookId);
  if (!webhook) return undefined;
  const endpoint = endpointOf(test.owner.tenant, webhook.url ?? '');
  return endpoint ? leased(test, webhook, endpoint, deps) : posted(test, webhook, deps);
}

async function leased(test: WebhookTest, webhook: Webhook, endpoint: Endpoint, deps: PostTestDeps): Promise<WebhookTestResult> {
  const now = deps.clock();
  const admission = await deps.endpoints.admit(endpoint, now, { probesNow: true });
  if (admission.result !== 'admitted')
    return {
      accepted: false,
      at: now.toISOString(),
      duration: 0,
      error: 'the endpoint is called too often at the moment; test again later',
    };
  const { isUnreachable = false, ...result } = await posted(test, webhook, deps);
  await deps.endpoints.release(admission.lease, !isUnreachable, deps.clock());
  return result;
}

async function posted(test: WebhookTest, webhook: Webhook, deps: PostTestDeps) {
  const at = deps.clock();
  const message = { id: test.id, tenant: test.owner.tenant, body: testNotification(test, at) };
  const { result, status, error, body, isUnreachable } = await postNotification(message, webhook, { ...deps, end: later(at, testTime) });
  const duration = deps.clock().getTime() - at.getTime();
  return { accepted: result === 'accepted', at: at.toISOString(), duration, status, error, body, isUnreachable };
}
