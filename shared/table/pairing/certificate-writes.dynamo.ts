import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove, $set } from 'dynamodb-toolbox/entity/actions/update';
import { notFound } from '#shared/core/errors.ts';
import { forgotten } from '#shared/pairing/forgotten-certificates.ts';
import type { AuthOwner, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import type { DerivedCredentials } from './derived-credentials.dynamo.ts';
import {
  both,
  exists,
  isNotRevoked,
  isNotSuspected,
  latestIsAsRead,
  tokenIsNotExchanged,
  tokenIsTiedTo,
} from './system-auth-conditions.dynamo.ts';
import { keyOf, listedByEnd, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';
import { knownOf, nameOf, systemAuthWrites } from './system-auth-writes.dynamo.ts';

type CertificateWrites = Pick<SystemAuthRepository, 'commitExchange' | 'commitRenewal' | 'suspect' | 'revoke'>;

interface Surroundings {
  readonly find: SystemAuthRepository['find'];
  /** Writes that accompany a change of an owner's credentials. */
  readonly changedForRuntimes: (owner: AuthOwner) => Step[];
  readonly endWith: DerivedCredentials['endWith'];
}

/** Writes of the certificates of a System Auth. */
export function certificateWrites(auths: SystemAuthEntity, { find, changedForRuntimes, endWith }: Surroundings): CertificateWrites {
  const { updateOrRead } = systemAuthWrites(auths);

  return {
    commitExchange: async (auth, certificate, now) => {
      const commit: Step = {
        write: auths
          .build(UpdateTransaction)
          .item({ ...latest(auth, certificate, now), token: { certificateFingerprint: certificate.fingerprint }, expiresAt: $remove() })
          .options({ condition: { and: [latestIsAsRead(auth, certificate), tokenIsTiedTo(certificate.csrDigest), tokenIsNotExchanged] } }),
        refused: () => new ChangedSinceRead(),
      };
      try {
        await transact([commit, ...changedForRuntimes(auth.owner)]);
        return 'committed';
      } catch (error) {
        if (!(error instanceof ChangedSinceRead)) throw error;
        return find(auth.owner, auth.id);
      }
    },

    commitRenewal: (auth, presented, certificate, now) =>
      updateOrRead(
        latest(auth, certificate, now),
        both(latestIsAsRead(auth, certificate), isNotRevoked(presented)),
        (found) => found.certificate?.fingerprint === certificate.fingerprint,
      ),

    suspect: async (auth, presented, reason, now) => {
      const suspected = { ...removed(forgotten(auth.suspected, now)), [presented.fingerprint]: $set({ ...knownOf(presented), reason }) };
      await updateWhere(
        auths,
        { ...keyOf(auth.owner, auth.id), version: $add(1), suspected, changedBy: nameOf(auth.owner) },
        both(exists, isNotSuspected(presented.fingerprint)),
      );
    },

    revoke: async (auth, presented, now) => {
      const revoked = { ...removed(forgotten(auth.revoked, now)), [presented.fingerprint]: $set(knownOf(presented)) };
      const revocation: Step = {
        write: auths
          .build(UpdateTransaction)
          .item({ ...keyOf(auth.owner, auth.id), version: $add(1), token: $remove(), revoked, changedBy: nameOf(auth.owner) })
          .options({ condition: exists }),
        refused: () => notFound('systemAuth', auth.id),
      };
      await endWith(auth, [revocation], changedForRuntimes(auth.owner));
    },
  };
}

/** Error for a System Auth that changed since it was read. Internal to this file. */
class ChangedSinceRead extends Error {}

/** Maximum number of earlier certificates in a System Auth, so that the item stays small. */
const maxRetired = 50;

/** The change that makes `next` the latest certificate, retires the earlier one, and removes records of certificates that ended. */
function latest(auth: SystemAuth, next: StoredCertificate, now: Date) {
  const { certificate: before } = auth;
  const expired = forgotten(auth.retired, now);
  const surplus = Object.entries(auth.retired)
    .filter(([fingerprint]) => !expired.includes(fingerprint))
    .sort(([, one], [, other]) => other.generation - one.generation)
    .slice(maxRetired - 1)
    .map(([fingerprint]) => fingerprint);
  return {
    ...keyOf(auth.owner, auth.id),
    version: $add(1),
    certificate: $set({ ...next }),
    retired: {
      ...removed([...expired, ...surplus]),
      ...(before && { [before.fingerprint]: $set(retiredBy(next, before)) }),
    },
    revoked: removed(forgotten(auth.revoked, now)),
    suspected: removed(forgotten(auth.suspected, now)),
    changedBy: nameOf(auth.owner),
    ...listedByEnd(auth.owner, auth.id, next),
  };
}

/** The remembered form of the certificate `before`, which stays valid unless `next` replaces it. */
const retiredBy = (next: StoredCertificate, before: StoredCertificate) => ({
  generation: before.generation,
  ...knownOf(before),
  ...(next.follows === before.fingerprint ? {} : { replaced: true }),
});

const removed = (fingerprints: readonly string[]) => Object.fromEntries(fingerprints.map((fingerprint) => [fingerprint, $remove()]));
