import { describe, expect, it } from 'vitest';
import { hours, later, seconds } from '#shared/core/clock.ts';
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
    noteContact: async (_: unknown, at: Date) => void writes.push(`note ${at.toISOString()}`),
    touch: async (_: SystemAuth, at: string, used = '') => void writes.push(`touch ${at} ${used}`.trim()),
    connect: async (_: SystemAuth, at: string, silentAt: Date) => void writes.push(`connect ${at} until ${silentAt.toISOString()}`),
    reconnect: async (_: SystemAuth, at: string, silentAt: Date) => void writes.push(`reconnect ${at} until ${silentAt.toISOString()}`),
  };
  await recordContact({ ...auth, ...given }, 'presented', { auths, clock: () => later(now, after), pollAfterSeconds });
  return writes;
}

describe('a contact', () => {
  it('connects its owner when it is the first, and has it watched', async () => {
    expect(await writesFor({ connected: false })).toEqual(['connect 2030-01-01T00:00:00.000Z until 2030-01-01T00:05:24.000Z']);
  });

  it('tells that its Runtime is back when it is the first after a silence, however short ago the last was noted', async () => {
    const back = ['reconnect 2030-01-01T00:00:01.000Z until 2030-01-01T00:05:25.000Z'];
    expect(await writesFor({ silent: true, lastSeenAt: now.toISOString() }, seconds(1))).toEqual(back);
  });

  it('of a Runtime is noted with every third poll at the latest, in an item of its own', async () => {
    const noted = (after: number, poll?: number) => writesFor({ lastSeenAt: now.toISOString() }, seconds(after), poll);
    expect(await noted(143)).toEqual([]);
    expect(await noted(144)).toEqual(['note 2030-01-01T00:02:24.000Z']);
    expect(await noted(11, 5)).toEqual([]);
    expect(await noted(12, 5)).toEqual(['note 2030-01-01T00:00:12.000Z']);
  });

  it('of a Runtime that polls seldom is noted every ten minutes', async () => {
    expect(await writesFor({ lastSeenAt: now.toISOString() }, seconds(600), 3600)).toEqual(['note 2030-01-01T00:10:00.000Z']);
  });

  it('of a Runtime is not noted soon after that by another credential', async () => {
    const seen = { lastSeenAt: now.toISOString(), ownerSeenAt: later(now, seconds(3600)).toISOString() };
    expect(await writesFor(seen, seconds(3600 + 143))).toEqual([]);
    expect(await writesFor(seen, seconds(3600 + 144))).toEqual(['note 2030-01-01T01:02:24.000Z']);
  });

  it('is noted with its credential when the last note there is six hours old, or missing', async () => {
    const owner = { ...auth.owner, kind: 'application' as const };
    expect(await writesFor({ lastSeenAt: now.toISOString() }, hours(6))).toEqual(['touch 2030-01-01T06:00:00.000Z']);
    expect(await writesFor({ owner, lastSeenAt: now.toISOString() }, hours(6) - 1)).toEqual([]);
    expect(await writesFor({})).toEqual(['touch 2030-01-01T00:00:00.000Z']);
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
      `connect ${at} until 2030-01-01T00:05:24.000Z`,
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
