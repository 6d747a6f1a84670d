import type { RevokedCertificate } from './revoked-certificate.ts';

/**
 * Returns at most `most` of the certificates. If there are more, every tenant has the same share, and tenants with fewer keep all of theirs. Within a
 * share the latest revocations stay. Records without a tenant share one.
 */
export function fairShare(revoked: readonly RevokedCertificate[], most: number): readonly RevokedCertificate[] {
  if (revoked.length <= most) return revoked;
  const byTenant = [...Map.groupBy(revoked, ({ tenant }) => tenant).values()].sort((a, b) => a.length - b.length);
  const kept: RevokedCertificate[] = [];
  for (const [position, group] of byTenant.entries()) {
    const share = Math.floor((most - kept.length) / (byTenant.length - position));
    for (const certificate of latest(group, share)) kept.push(certificate);
  }
  return kept;
}

const latest = (group: readonly RevokedCertificate[], share: number): readonly RevokedCertificate[] =>
  group.toSorted((a, b) => b.revokedAt.localeCompare(a.revokedAt)).slice(0, share);
