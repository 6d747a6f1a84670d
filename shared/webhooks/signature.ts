import { Webhook } from 'standardwebhooks';

/** The Standard Webhooks headers of one attempt: signed with every secret that is valid, so that secrets can be rotated. */
export function signatureHeaders(id: string, body: string, secrets: readonly string[], now: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}
