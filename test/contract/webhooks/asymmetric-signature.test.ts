import { verifyAsync } from '@noble/ed25519';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from '#shared/webhooks/signature.ts';
import { newSigningKey } from '#shared/webhooks/signing-keys.ts';

/**
 * The example key of Svix, from which the Standard Webhooks specification has the `v1a` signature of its example headers. Ed25519 is
 * deterministic: another implementation makes the same bytes.
 */
const vector = {
  secret: 'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  time: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: 'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
};

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Verifies as the specification says, with an implementation of Ed25519 that is not the one of Node. */
const isGenuine = (publicKey: string, body: string, headers: Record<string, string>) => {
  const [, signature = ''] = headers['webhook-signature']?.split(',') ?? [];
  const content = new TextEncoder().encode(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return verifyAsync(bytes(signature), content, bytes(publicKey.replace('whpk_', '')), { zip215: false });
};

describe('the asymmetric signature of a delivery', () => {
  it('is that of the Standard Webhooks specification', () => {
    expect(signatureHeaders(vector.id, vector.body, [vector.secret], vector.time)['webhook-signature']).toBe(vector.signature);
  });

  it('is verified by another implementation of Ed25519 with the public key of the webhook', async () => {
    const { secret, publicKey = '' } = newSigningKey('ASYMMETRIC');
    const headers = signatureHeaders(vector.id, '{"name":"Zoë"}', [secret], new Date());
    expect(await isGenuine(publicKey, '{"name":"Zoë"}', headers)).toBe(true);
    expect(await isGenuine(publicKey, '{"name":"Zoe"}', headers)).toBe(false);
    expect(await isGenuine(newSigningKey('ASYMMETRIC').publicKey ?? '', '{"name":"Zoë"}', headers)).toBe(false);
  });

  it('has keys in the notation of the specification: 64 bytes of the private and 32 of the public key', () => {
    const { secret, publicKey = '' } = newSigningKey('ASYMMETRIC');
    expect(secret).toMatch(/^whsk_[A-Za-z0-9+/]{86}==$/);
    expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    expect(bytes(secret.replace('whsk_', '')).subarray(32)).toEqual(bytes(publicKey.replace('whpk_', '')));
  });

  it('stands beside a symmetric one while a webhook changes from one to the other', () => {
    const symmetric = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signatureHeaders(vector.id, vector.body, [vector.secret, symmetric], vector.time);
    expect(headers['webhook-signature']).toBe(`${vector.signature} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`);
  });
});
