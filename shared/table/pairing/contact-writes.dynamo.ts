import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import { AppError } from '#shared/core/errors.ts';
import type { AuthOwner, Owner } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { livenessSteps } from '#shared/table/liveness/liveness-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { ownerWrites } from './owner-writes.dynamo.ts';
import { exists, latestIs } from './system-auth-conditions.dynamo.ts';
import { keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';
import { systemAuthWrites } from './system-auth-writes.dynamo.ts';

type ContactWrites = Pick<SystemAuthRepository, 'touch' | 'forgetContact' | 'connect' | 'reconnect'>;

/** Writes of the last contact of a System Auth. */
export function contactWrites(
  table: ControlPlaneTable,
  auths: SystemAuthEntity,
  { listByOwner }: Pick<SystemAuthRepository, 'listByOwner'>,
): ContactWrites {
  const owners = ownerWrites(table);
  const liveness = livenessSteps(table);
  const { note } = systemAuthWrites(auths);

  const firstSeen = (owner: AuthOwner, id: string, now: string): Step => ({
    write: auths
      .build(UpdateTransaction)
      .item({ ...keyOf(owner, id), connected: true, silent: $remove(), lastSeenAt: now, version: $add(1) })
      .options({ condition: exists }),
    refused: () => new AppError('CertificateInvalid', 'the System Auth of this credential was deleted'),
  });

  return {
    touch: ({ owner, id }, now, fingerprint) =>
      fingerprint === undefined
        ? note(owner, id, { lastSeenAt: now })
        : note(owner, id, { lastSeenAt: now, certificate: { usedAt: now } }, latestIs(fingerprint)),

    forgetContact: async (owner) => {
      const connected = (await listByOwner(owner)).filter((auth) => auth.connected);
      await Promise.all(connected.map(({ id }) => note(owner, id, { connected: false })));
    },

    connect: async ({ owner, id }, now, silentAt) => {
      const seen = firstSeen(owner, id, now);
      const watched = owner.kind === 'runtime' ? [liveness.watch(owner, silentAt)] : [];
      if (!hasStatus(owner)) return transact([seen]);
      try {
        await transact([seen, { write: owners.connect(owner, now), refused: () => new AlreadyConnected() }, ...watched]);
      } catch (error) {
        if (!(error instanceof AlreadyConnected)) throw error;
        await transact([seen, ...watched]);
      }
    },

    reconnect: ({ owner, id }, now, silentAt) => transact([firstSeen(owner, id, now), liveness.watch(owner, silentAt)]),
  };
}

/** Error for an owner whose status needs no change. Internal to this file. */
class AlreadyConnected extends Error {}

const hasStatus = (owner: AuthOwner): owner is Owner => owner.kind !== 'integration_system';
