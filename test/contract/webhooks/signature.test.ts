import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from '#shared/webhooks/signature.ts';

/** The example of the Standard Webhooks specification. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  time: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('the signature of a delivery', () => {
  it('is that of Standard Webhooks', () => {
    expect(signatureHeaders(vector.id, vector.body, [vector.secret], vector.time)).toEqual({
      'webhook-id': vector.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': vector.signature,
    });
  });

  it('is verified by the official library', () => {
    const headers = signatureHeaders(vector.id, vector.body, [vector.secret], new Date());
    expect(new Webhook(vector.secret).verify(vector.body, headers)).toEqual(JSON.parse(vector.body));
    expect(() => new Webhook(vector.secret).verify(`${vector.body} `, headers)).toThrow();
  });

  it('is one per secret, separated by spaces', () => {
    const secrets = [vector.secret, `whsec_${Buffer.alloc(24, 1).toString('base64')}`];
    const signatures = signatureHeaders(vector.id, vector.body, secrets, vector.time)['webhook-signature']?.split(' ');
    expect(signatures).toHaveLength(2);
    expect(signatures?.[0]).toBe(vector.signature);
  });
});
