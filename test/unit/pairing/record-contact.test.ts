import { describe, expect, it } from 'vitest';
import { later, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const auth: SystemAuth = {
  id: 'auth',
  owner: { tenant: tenantId('t'), kind: 'runtime', id: 'owner' },
  version: 1,
  createdAt: now.toISOString(),
  retired: {},
  revoked: {},
  suspected: {},
  connected: true,
  changedBy: 'user/admin',
};

const certificate = (fingerprint: string, more: object = {}) => ({
  generation: 2,
  fingerprint,
  serialNumber: '0a',
  issuer: 'ca',
  notBefore: now.toISOString(),
  notAfter: now.toISOString(),
  pem: 'PEM',
  csrDigest: 'csr',
  ...more,
});

async function writesFor(given: Partial<SystemAuth>, after = 0, pollAfterSeconds = 60): Promise<string[]> {
  const writes: string[] = [];
  const auths = {
    touch: async (_: SystemAuth, at: string, used = '') => void writes.push(`touch ${at} ${used}`.trim()),
    connect: async (_: SystemAuth, at: string, silentAt: Date) => void writes.push(`connect ${at} until ${silentAt.toISOString()}`),
    reconnect: async (_: SystemAuth, at: string, silentAt: Date) => void writes.push(`reconnect ${at} until ${silentAt.toISOString()}`),
  };
  await recordContact({ ...auth, ...given }, 'presented', { auths, clock: () => later(now, after), pollAfterSeconds });
  return writes;
}

describe('a contact', () => {
  it('connects its owner when it is the first, and has it watched', async () => {
    expect(await writesFor({ connected: false })).toEqual(['connect 2030-01-01T00:00:00.000Z until 2030-01-01T00:04:00.000Z']);
  });

  it('tells that its Runtime is back when it is the first after a silence, however short ago the last was noted', async () => {
    const back = ['reconnect 2030-01-01T00:00:01.000Z until 2030-01-01T00:04:01.000Z'];
    expect(await writesFor({ silent: true, lastSeenAt: now.toISOString() }, seconds(1))).toEqual(back);
  });

  it('is noted with every poll where these come more often than every minute', async () => {
    expect(await writesFor({ lastSeenAt: now.toISOString() }, seconds(5), 5)).toEqual(['touch 2030-01-01T00:00:05.000Z']);
    expect(await writesFor({ lastSeenAt: now.toISOString() }, seconds(4), 5)).toEqual([]);
  });

  it('is noted when the one before is a minute old, or unknown', async () => {
    expect(await writesFor({ lastSeenAt: now.toISOString() }, seconds(60))).toEqual(['touch 2030-01-01T00:01:00.000Z']);
    expect(await writesFor({})).toEqual(['touch 2030-01-01T00:00:00.000Z']);
  });

  it('costs no write within a minute', async () => {
    expect(await writesFor({ lastSeenAt: now.toISOString() }, seconds(60) - 1)).toEqual([]);
  });

  it('costs no write where another clock is ahead', async () => {
    expect(await writesFor({ lastSeenAt: later(now, seconds(30)).toISOString() })).toEqual([]);
  });
});

describe('the first contact by a renewed certificate', () => {
  const at = '2030-01-01T00:00:00.000Z';
  const seen = { lastSeenAt: at };

  it('is noted at once, as a use of that certificate', async () => {
    const renewed = certificate('presented', { follows: 'former' });
    expect(await writesFor({ ...seen, certificate: renewed })).toEqual([`touch ${at} presented`]);
    expect(await writesFor({ connected: false, certificate: renewed })).toEqual([
      `connect ${at} until 2030-01-01T00:04:00.000Z`,
      `touch ${at} presented`,
    ]);
  });

  it.each([
    ['that was seen before', certificate('presented', { follows: 'former', usedAt: at })],
    ['that follows no other', certificate('presented')],
    ['that another took the place of', certificate('other', { follows: 'presented' })],
  ])('is not noted for one %s', async (_, latest) => {
    expect(await writesFor({ ...seen, certificate: latest })).toEqual([]);
  });
});
