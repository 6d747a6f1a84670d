import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { webhookVerifier } from '#application-client';
import { signatureHeaders } from '#shared/webhooks/signature.ts';
import { newSigningKey } from '#shared/webhooks/signing-keys.ts';

const now = new Date('2026-01-02T03:04:05Z');
const body = JSON.stringify({ type: 'io.compass.configuration.changed.v1', subject: 'Größe' });
const symmetric = newSigningKey('SYMMETRIC');
const asymmetric = newSigningKey('ASYMMETRIC');
const signedBy = (...secrets: string[]) => ({ headers: signatureHeaders('msg_1', body, secrets, now), body });

describe('a webhook verifier', () => {
  it.each([
    ['v1', symmetric.secret, symmetric.secret],
    ['v1a', asymmetric.secret, asymmetric.publicKey ?? ''],
  ])('returns the body of a message with a signature %s, as bytes and as text', (_, secret, key) => {
    const message = signedBy(secret);
    expect(webhookVerifier(key)(message, now)).toEqual(JSON.parse(body));
    expect(webhookVerifier(key)({ ...message, body: Buffer.from(body) }, now)).toEqual(JSON.parse(body));
    expect(() => webhookVerifier(key)({ ...message, body: body.replace('v1', 'v2') }, now)).toThrow('no signature by a key');
  });

  it('accepts what the library of Standard Webhooks signs', () => {
    const signature = new Webhook(symmetric.secret).sign('msg_1', now, body);
    const headers = { 'Webhook-Id': 'msg_1', 'Webhook-Timestamp': String(now.getTime() / 1000), 'Webhook-Signature': [signature] };
    expect(webhookVerifier(symmetric.secret)({ headers, body }, now)).toEqual(JSON.parse(body));
  });

  it('accepts one valid signature of several, and one valid key of several, while a secret or the scheme changes', () => {
    const former = newSigningKey('SYMMETRIC');
    const message = signedBy(former.secret, asymmetric.secret);
    expect(() => webhookVerifier(symmetric.secret)(message, now)).toThrow('no signature by a key');
    expect(webhookVerifier(former.secret)(message, now)).toEqual(JSON.parse(body));
    expect(webhookVerifier(symmetric.secret, asymmetric.publicKey ?? '')(message, now)).toEqual(JSON.parse(body));
  });

  it('does not take a signature of one version for one of the other', () => {
    const { headers } = signedBy(asymmetric.secret);
    const renamed = { ...headers, 'webhook-signature': headers['webhook-signature']?.replace('v1a,', 'v1,') };
    expect(() => webhookVerifier(asymmetric.publicKey ?? '')({ headers: renamed, body }, now)).toThrow('no signature by a key');
  });

  it.each([-301_000, 301_000])('refuses a message that is %i ms away', (milliseconds) => {
    const later = new Date(now.getTime() + milliseconds);
    expect(() => webhookVerifier(symmetric.secret)(signedBy(symmetric.secret), later)).toThrow('more than five minutes away');
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('refuses a message without %s', (name) => {
    const { headers } = signedBy(symmetric.secret);
    const { [name]: _, ...rest } = headers;
    expect(() => webhookVerifier(symmetric.secret)({ headers: rest, body }, now)).toThrow('are required');
  });

  it.each(['secret', 'whsec_', 'whpk_AAAA', asymmetric.secret])('refuses the key %s at once', (key) => {
    expect(() => webhookVerifier(key)).toThrow('whsec_');
  });
});
