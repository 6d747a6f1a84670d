import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';

/** A webhook as it came: its headers, with names in any case, and the bytes of its body, not parsed. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array | string;
}

/** Seconds by which the clock of the sender may differ. */
const toleranceSeconds = 5 * 60;

/** The bytes of an Ed25519 key follow this prefix in a SubjectPublicKeyInfo (RFC 8410). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

type Check = (content: Buffer, signature: string) => boolean;

/**
 * Makes a function that verifies webhooks by the keys of the webhook: its `signingSecret` (`whsec_...`, signatures `v1`), its `publicKey`
 * (`whpk_...`, signatures `v1a`), or both while the scheme changes. The function returns the parsed body, and throws for a message that has no valid signature or is
 * more than five minutes away. It does not notice a message that is repeated: remember each `webhook-id`.
 */
export function webhookVerifier(...keys: readonly [string, ...string[]]): (message: WebhookMessage, now?: Date) => unknown {
  const checks = keys.map(checkOf);
  return ({ headers, body }, now = new Date()) => {
    const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(headers, name));
    if (!id || !timestamp || !signatures) throw new Error('the headers webhook-id, webhook-timestamp and webhook-signature are required');
    if (!isRecent(timestamp, now)) throw new Error('webhook-timestamp is more than five minutes away');
    const bytes = Buffer.from(body);
    const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), bytes]);
    const isSigned = signatures.split(' ').some((signature) => checks.some((check) => check(content, signature)));
    if (!isSigned) throw new Error('webhook-signature has no signature by a key of this webhook');
    return JSON.parse(bytes.toString('utf8'));
  };
}

function checkOf(key: string): Check {
  const bytes = Buffer.from(key.slice(key.indexOf('_') + 1), 'base64');
  if (key.startsWith('whsec_') && bytes.length > 0) return (content, signature) => isHmac(bytes, content, signature);
  if (key.startsWith('whpk_') && bytes.length === 32) {
    const publicKey = createPublicKey({ key: Buffer.concat([ed25519Prefix, bytes]), format: 'der', type: 'spki' });
    return (content, signature) => isEd25519(publicKey, content, signature);
  }
  throw new Error('a key of a webhook begins with whsec_ (its signingSecret) or whpk_ (its publicKey)');
}

function isHmac(secret: Buffer, content: Buffer, signature: string): boolean {
  const given = bytesOf(signature, 'v1');
  const expected = createHmac('sha256', secret).update(content).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isEd25519(publicKey: KeyObject, content: Buffer, signature: string): boolean {
  const given = bytesOf(signature, 'v1a');
  return given.length === 64 && verify(null, content, publicKey, given);
}

/** The bytes of a signature of this version; none of another one. */
const bytesOf = (signature: string, version: string): Buffer =>
  signature.startsWith(`${version},`) ? Buffer.from(signature.slice(version.length + 1), 'base64') : Buffer.alloc(0);

/** A timestamp is a whole number of seconds. */
const isRecent = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= toleranceSeconds;

function headerOf(headers: WebhookMessage['headers'], name: string): string | undefined {
  const [, value] = Object.entries(headers).find(([given]) => given.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : value?.[0];
}
