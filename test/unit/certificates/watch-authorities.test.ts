import type { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RevocationList } from '#shared/certificates/revocation/revoked-certificate.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { type WatchedAuthority, watchAuthorities } from '#shared/certificates/watch-authorities.ts';
import { days, hours, later, minutes } from '#shared/core/clock.ts';
import { aRoot } from '#test/support/client-certificates.ts';

const { anchor: root } = await aRoot('P-256', 'CN=Root,O=Compass');
const { anchor: other } = await aRoot('P-256', 'CN=Other,O=Compass');
const end = root.validToDate;

const listing = (certificate: X509Certificate): WatchedAuthority => ({
  certificate: async () => certificate,
  issuers: async () => [certificate.toString()],
  signList: async () => new Uint8Array([1]),
});

const issuing = (...chain: readonly X509Certificate[]): WatchedAuthority => ({
  certificate: async () => chain[0] ?? expect.fail('no certificate'),
  issuers: async () => chain.map(String),
});

/** A watch over these authorities, with the list that the first one published last. */
function watch(authorities: readonly [WatchedAuthority, ...WatchedAuthority[]], now: Date, publishedAgo?: number) {
  const published: RevocationList[] = [];
  const thisUpdate = later(now, -(publishedAgo ?? 0)).toISOString();
  const latest = { authorityId: authorityIdOf(root), number: 3, thisUpdate, nextUpdate: later(now, days(7)).toISOString() };
  const outcome = watchAuthorities({
    authorities,
    clock: () => now,
    revocations: {
      record: async () => undefined,
      listByAuthority: async () => [],
      reserveNumber: async () => 4,
      announce: async (list) => published.push(list) > 0,
      latest: async (id) => (publishedAgo !== undefined && id === latest.authorityId ? latest : undefined),
    },
    objects: { put: async () => undefined, get: async () => new Uint8Array() },
  });
  return { outcome, published };
}

describe('the watch over authorities', () => {
  it('says how many whole days the issuing authority has left, and each of them', async () => {
    const { outcome } = watch([issuing(root), listing(other)], later(end, -days(400) - hours(1)));
    expect(await outcome).toMatchObject({
      issuerDaysLeft: 400,
      authorities: [
        { name: 'CN=Root, O=Compass', daysLeft: 400 },
        { name: 'CN=Other, O=Compass', revocationList: 4 },
      ],
    });
  });

  it('counts the days to the end of whichever certificate of the chain ends first', async () => {
    const { anchor: above } = await aRoot('P-256', 'CN=Above,O=Compass', days(100));
    const { outcome } = watch([issuing(root, above)], new Date());
    expect((await outcome).issuerDaysLeft).toBe(99);
  });

  it.each([
    ['none was published', undefined, 1],
    ['it is six hours old', hours(6), 1],
    ['it is younger', hours(6) - minutes(1), 0],
  ])('publishes a revocation list when %s: %s', async (_, publishedAgo, count) => {
    const { outcome, published } = watch([listing(root)], later(end, -days(400)), publishedAgo);
    await outcome;
    expect(published).toHaveLength(count);
  });

  it('looks after the others when one fails, and fails in the end', async () => {
    const unavailable = () => Promise.reject(new Error('unavailable'));
    const broken: WatchedAuthority = { certificate: unavailable, issuers: unavailable };
    const { outcome, published } = watch([broken, listing(other)], later(end, -days(400)));
    await expect(outcome).rejects.toThrow('1 of 2 authorities could not be checked');
    expect(published).toHaveLength(1);
  });
});
