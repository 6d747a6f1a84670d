import * as z from 'zod';
import type { Director } from './director.ts';

/** Our webhook at the Director. `signingSecret` (`whsec_...`) verifies what it sends; only the owner may read it. */
export interface Subscription {
  readonly id: string;
  readonly signingSecret: string;
}

const type = 'CONFIGURATION_CHANGED';
const subscriptionSchema = z.object({ id: z.string(), signingSecret: z.string() });
const ownSchema = z.object({
  application: z.object({
    webhooks: z
      .array(z.object({ id: z.string(), type: z.string(), url: z.string().nullish(), signingSecret: z.string().nullish() }))
      .nullish(),
  }),
});
const resultSchema = z.object({ webhook: subscriptionSchema });

/** Finds or adds the webhook for this URL, so that starting again does not add another. */
export async function subscribe(director: Director, applicationId: string, url: string): Promise<Subscription> {
  const query = 'query ($id: ID!) { application(id: $id) { webhooks { id type url signingSecret } } }';
  const { application } = await director(query, { id: applicationId }, ownSchema);
  const existing = application.webhooks?.find((webhook) => webhook.type === type && webhook.url === url);
  if (existing) return subscriptionSchema.parse(existing);
  const mutation = 'mutation ($id: ID!, $in: WebhookInput!) { webhook: addWebhook(applicationID: $id, in: $in) { id signingSecret } }';
  return (await director(mutation, { id: applicationId, in: { type, url } }, resultSchema)).webhook;
}
