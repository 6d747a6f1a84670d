import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ListContents } from '#shared/certificates/certificate-authority.ts';
import { fairShare } from '#shared/certificates/revocation/fair-share.ts';
import { publishRevocationList } from '#shared/certificates/revocation/publish-revocation-list.ts';
import type { RevokedCertificate } from '#shared/certificates/revocation/revoked-certificate.ts';
import { aRoot } from '#test/support/client-certificates.ts';

const ofTenant = (tenant: string | undefined, count: number): RevokedCertificate[] =>
  Array.from({ length: count }, (_, n) => ({
    authorityId: 'ca',
    ...(tenant !== undefined && { tenant }),
    serialNumber: `${tenant}-${n}`,
    revokedAt: new Date(1_893_456_000_000 + n * 1000).toISOString(),
    notAfter: '2030-04-01T00:00:00Z',
  }));
const counted = (revoked: readonly RevokedCertificate[]) =>
  Object.fromEntries([...Map.groupBy(revoked, ({ tenant }) => tenant ?? 'none')].map(([tenant, { length }]) => [tenant, length]));

describe('a revocation list', () => {
  it('names everything while it fits', () => {
    const revoked = [...ofTenant('a', 7), ...ofTenant('b', 3)];
    expect(fairShare(revoked, 10)).toBe(revoked);
  });

  it.each([
    [
      { a: 100, b: 3 },
      { a: 7, b: 3 },
    ],
    [
      { a: 100, b: 3, c: 90 },
      { b: 3, c: 3, a: 4 },
    ],
    [
      { a: 1000, b: 1, c: 1, d: 1 },
      { b: 1, c: 1, d: 1, a: 7 },
    ],
    [
      { a: 6, b: 6 },
      { a: 5, b: 5 },
    ],
  ])('of ten entries at most, where tenants have %j, takes %j', (given, taken) => {
    const revoked = Object.entries(given).flatMap(([tenant, count]) => ofTenant(tenant, count));
    expect(counted(fairShare(revoked, 10))).toEqual(taken);
  });

  it('keeps the latest revocations of a tenant that has too many, and counts records without a tenant as of one', () => {
    const kept = fairShare([...ofTenant('a', 100), ...ofTenant(undefined, 100)], 4);
    expect(kept.map(({ serialNumber }) => serialNumber).sort()).toEqual(['a-98', 'a-99', 'undefined-98', 'undefined-99']);
  });

  it('of an authority stays below 20,001 entries, however many one tenant revokes', async () => {
    const issuer = new X509Certificate((await aRoot('P-256')).certificate.toString('pem'));
    let signed: ListContents | undefined;
    await publishRevocationList(
      {
        certificate: async () => issuer,
        signList: async (contents) => {
          signed = contents;
          return new Uint8Array();
        },
      },
      {
        clock: () => new Date(),
        objects: { put: async () => undefined, get: async () => new Uint8Array() },
        revocations: {
          record: async () => undefined,
          listByAuthority: async () => [...ofTenant('flood', 30_000), ...ofTenant('other', 20)],
          reserveNumber: async () => 1,
          announce: async () => true,
          latest: async () => undefined,
        },
      },
    );
    expect(counted(signed?.revoked ?? [])).toEqual({ other: 20, flood: 19_980 });
  });
});
