import { type Clock, later, minutes } from '../../core/clock.ts';
import type { ListingAuthority } from '../certificate-authority.ts';
import { authorityIdOf } from '../trust-anchors.ts';
import { fairShare } from './fair-share.ts';
import type { ListObjects } from './list-objects.ts';
import type { RevocationRepository } from './revocation-repository.ts';
import { listLifetime, maxListedCertificates, type RevocationList } from './revoked-certificate.ts';

export interface PublishingDeps {
  readonly revocations: RevocationRepository;
  readonly objects: ListObjects;
  readonly clock: Clock;
}

/** Time by which a list begins in the past, for verifiers whose clocks are behind. */
const clockSkew = minutes(5);

/**
 * Signs a list of an authority's revoked certificates, as far as it fits, and makes it the latest. Of concurrent lists the one with the highest
 * number stays: the records were read after its number was reserved, so it contains those of the others.
 */
export async function publishRevocationList(
  authority: ListingAuthority,
  { revocations, objects, clock }: PublishingDeps,
): Promise<RevocationList> {
  const authorityId = authorityIdOf(await authority.certificate());
  const number = await revocations.reserveNumber(authorityId);
  const revoked = fairShare(await revocations.listByAuthority(authorityId), maxListedCertificates);
  const now = clock();
  const [thisUpdate, nextUpdate] = [later(now, -clockSkew), later(now, listLifetime)];
  const list = { authorityId, number, thisUpdate: thisUpdate.toISOString(), nextUpdate: nextUpdate.toISOString() };
  await objects.put(list, await authority.signList({ number, thisUpdate, nextUpdate, revoked }));
  await revocations.announce(list);
  return list;
}
