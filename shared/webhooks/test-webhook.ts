import type { Actor } from '../core/actor.ts';
import { type Clock, seconds } from '../core/clock.ts';
import { AppError, invalidOperation, notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { ownWebhook } from './own-webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';
import type { WebhookTester, WebhookTestResult } from './webhook-test.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'findById' | 'noteTest'>;
  readonly testWebhook: WebhookTester;
  readonly clock: Clock;
}

/** Seconds between two tests of a webhook, so that tests are no means to flood an endpoint. */
const secondsBetweenTests = 10;

export type TestedWebhook = WebhookTestResult & { readonly id: string; readonly webhookId: string };

/**
 * Posts one signed test message to a webhook, a disabled one too, and returns what its endpoint answered. Nothing is repeated or kept, and the state of
 * the webhook does not change. Throws NotFound, InvalidOperation without a URL, TooManyRequests within 10 seconds of a test.
 */
export async function testWebhook(webhookId: string, actor: Actor, { webhooks, testWebhook: post, clock }: Deps): Promise<TestedWebhook> {
  const webhook = await ownWebhook(webhookId, actor, webhooks);
  if (webhook.url === undefined) throw invalidOperation('the webhook has a template instead of a URL');
  const now = clock();
  if (!(await webhooks.noteTest(webhook, new Date(now.getTime() - seconds(secondsBetweenTests)), now))) throw tooEarly();
  const id = `msg_${newId().replaceAll('-', '')}`;
  const result = await post({ id, owner: webhook.owner, webhookId });
  if (!result) throw notFound('webhook', webhookId);
  return { ...result, id, webhookId };
}

const tooEarly = (): AppError =>
  new AppError('TooManyRequests', `a webhook is tested at most once in ${secondsBetweenTests} seconds`, {
    details: { retryAfterSeconds: secondsBetweenTests },
  });
