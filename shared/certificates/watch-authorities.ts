import { X509Certificate } from 'node:crypto';
import { days, hours } from '../core/clock.ts';
import { type CertificateAuthority, isListing, type ListingAuthority } from './certificate-authority.ts';
import { type PublishingDeps, publishRevocationList } from './revocation/publish-revocation-list.ts';
import type { RevocationList } from './revocation/revoked-certificate.ts';
import { authorityIdOf } from './trust-anchors.ts';
import { nameOf } from './trust-bundle.ts';

export type WatchedAuthority = Pick<CertificateAuthority, 'certificate' | 'issuers' | 'signList'>;

/** Age at which a list is replaced: far from its end, and rare compared with the runs of the watch. */
const renewedAfter = hours(6);

interface Deps extends PublishingDeps {
  /** The authorities; the first one issues. */
  readonly authorities: readonly [WatchedAuthority, ...WatchedAuthority[]];
}

/**
 * Publishes the revocation lists again before they end, and measures the remaining life of the authorities. A failure of one does not stop the
 * others; it is thrown at the end.
 */
export async function watchAuthorities({ authorities, ...deps }: Deps) {
  const outcomes = await Promise.allSettled(authorities.map((authority) => watched(authority, deps)));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${authorities.length} authorities could not be checked`);
  const checked = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  return { issuerDaysLeft: checked[0]?.daysLeft, authorities: checked };
}

async function watched(authority: WatchedAuthority, deps: PublishingDeps) {
  const [chain, list] = await Promise.all([authority.issuers(), isListing(authority) && freshList(authority, deps)]);
  const certificates = chain.map((pem) => new X509Certificate(pem));
  const [own] = certificates;
  if (!own) throw new Error('an authority has no certificate yet');
  // It issues nothing beyond the end of those above it.
  const end = Math.min(...certificates.map(({ validToDate }) => validToDate.getTime()));
  const daysLeft = Math.floor((end - deps.clock().getTime()) / days(1));
  return { name: nameOf(own), daysLeft, ...(list && { revocationList: list.number }) };
}

async function freshList(authority: ListingAuthority, deps: PublishingDeps): Promise<RevocationList> {
  const latest = await deps.revocations.latest(authorityIdOf(await authority.certificate()));
  const isFresh = latest && deps.clock().getTime() - Date.parse(latest.thisUpdate) < renewedAfter;
  return isFresh ? latest : publishRevocationList(authority, deps);
}
