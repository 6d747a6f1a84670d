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
  revoked: {},
  connected: true,
  changedBy: 'user/admin',
};

async function writesFor(given: Partial<SystemAuth>, after = 0): Promise<string[]> {
  const writes: string[] = [];
  const auths = {
    touch: async (_: SystemAuth, at: string) => void writes.push(`touch ${at}`),
    connect: async (_: SystemAuth, at: string) => void writes.push(`connect ${at}`),
  };
  await recordContact({ ...auth, ...given }, { auths, clock: () => later(now, after) });
  return writes;
}

describe('a contact', () => {
  it('connects its owner when it is the first', async () => {
    expect(await writesFor({ connected: false })).toEqual(['connect 2030-01-01T00:00:00.000Z']);
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
