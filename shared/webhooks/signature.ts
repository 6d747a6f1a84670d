import { createHmac } from 'node:crypto';

/** Prefix of a secret in the notation of Standard Webhooks; the key follows in base64. */
const secretPrefix = 'whsec_';

/** The Standard Webhooks headers of one attempt, signed with every valid secret, so that secrets can be rotated. */
export function signatureHeaders(id: string, body: string, secrets: readonly string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`).join(' '),
  };
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(secretPrefix, ''), 'base64');
