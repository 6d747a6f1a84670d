import { describe, expect, it } from 'vitest';
import { itemAfterRestore } from '../../../scripts/aws/restore/restored-item.ts';

const auth = { pk: 'a', sk: 'AUTH#1', type: 'SystemAuth', version: 3, certificate: { generation: 1 } };

describe('an item after a restore', () => {
  it('is what it was, under a version above the present one', () => {
    const restored = { type: 'Application', name: 'then', version: 2 };
    expect(itemAfterRestore({ restored, present: { type: 'Application', name: 'now', version: 7 } })).toEqual({ ...restored, version: 8 });
    expect(itemAfterRestore({ restored, present: undefined })).toEqual(restored);
  });

  it('is gone if it was made since', () => {
    expect(itemAfterRestore({ restored: undefined, present: { type: 'Sweep' } })).toBeUndefined();
  });

  it.each(['RevokedCertificate', 'RevocationList', 'Delivery', 'Endpoint'])('is the present one, if there is one, for a %s', (type) => {
    const [then, now] = [
      { type, at: 'then' },
      { type, at: 'now' },
    ];
    expect(itemAfterRestore({ restored: then, present: now })).toEqual(now);
    expect(itemAfterRestore({ restored: undefined, present: now })).toEqual(now);
    expect(itemAfterRestore({ restored: then, present: undefined })).toEqual(then);
  });

  it('has no one-time token, and nothing is left of a pairing that was only a token', () => {
    const token = { digest: 'd' };
    expect(itemAfterRestore({ restored: { ...auth, token, tokenTerms: {} }, present: undefined })).toEqual(auth);
    const { certificate, ...pending } = auth;
    expect(itemAfterRestore({ restored: { ...pending, token }, present: undefined })).toBeUndefined();
    const client = { ...pending, client: { clientId: 'c' } };
    expect(itemAfterRestore({ restored: client, present: undefined })).toEqual(client);
  });

  it('has the contacts of the present, so that no Runtime is taken for disconnected', () => {
    const restored = { ...auth, lastSeenAt: 'then', silent: true };
    expect(itemAfterRestore({ restored, present: { ...auth, lastSeenAt: 'now' } })).toEqual({ ...auth, lastSeenAt: 'now' });
    const [then, now] = [
      { type: 'RuntimeLiveness', connected: false },
      { type: 'RuntimeLiveness', connected: true },
    ];
    expect(itemAfterRestore({ restored: then, present: now })).toEqual(now);
    expect(itemAfterRestore({ restored: undefined, present: now })).toBeUndefined();
  });
});
