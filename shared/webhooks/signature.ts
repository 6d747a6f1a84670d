import { createHmac, sign } from 'node:crypto';
import { isPrivateKey, keyOf, privateKeyOf } from './signing-keys.ts';

/** The Standard Webhooks headers of one attempt, signed with every valid secret, so that secrets can be rotated. */
export function signatureHeaders(id: string, body: string, secrets: readonly string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const content = Buffer.from(`${id}.${timestamp}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(content, secret)).join(' '),
  };
}

/** `v1` is HMAC-SHA256, `v1a` is Ed25519 over the content itself. */
const signatureOf = (content: Buffer, secret: string): string =>
  isPrivateKey(secret)
    ? `v1a,${sign(null, content, privateKeyOf(secret)).toString('base64')}`
    : `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`;
