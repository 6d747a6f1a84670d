import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { notFound } from '#shared/core/errors.ts';
import type { AuthOwner, Owner } from '#shared/pairing/system-auth.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { integrationSystemEntity } from '#shared/table/integration-systems/integration-system-entity.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';
import { nameOf } from './system-auth-writes.dynamo.ts';

const objectNames = { application: 'application', runtime: 'runtime', integration_system: 'integrationSystem' } as const;

/** Condition: the Application or Runtime exists. */
const isThere = { attr: 'id', exists: true } as const;

/** Condition: the integration system exists. */
const isNamed = { attr: 'name', exists: true } as const;

/** Condition: the Application or Runtime exists, and its status is not CONNECTED. */
const isNotConnected = { and: [isThere, { attr: 'status.condition', ne: 'CONNECTED' } as const] };

/** The writes on the Application, Runtime or integration system that a System Auth belongs to. */
export function ownerWrites(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const runtimes = runtimeEntity(table);
  const systems = integrationSystemEntity(table);

  const check = ({ kind, tenant, id }: AuthOwner): Step['write'] => {
    if (kind === 'application') return applications.build(ConditionCheck).key({ tenant, id }).condition(isThere);
    if (kind === 'runtime') return runtimes.build(ConditionCheck).key({ tenant, id }).condition(isThere);
    // A new version, so that a concurrent deletion under the earlier version fails.
    return systems
      .build(UpdateTransaction)
      .item({ tenant, id, version: $add(1) })
      .options({ condition: isNamed });
  };

  return {
    /** Condition: the owner exists. Throws NotFound otherwise. */
    requireOwner: (owner: AuthOwner): Step => ({ write: check(owner), refused: () => notFound(objectNames[owner.kind], owner.id) }),

    /** Sets the status to CONNECTED where it is another one. */
    connect: (owner: Owner, now: string): Step['write'] => {
      const change = {
        tenant: owner.tenant,
        id: owner.id,
        status: { condition: 'CONNECTED', timestamp: now } as const,
        version: $add(1),
        updatedAt: now,
        changedBy: nameOf(owner),
      };
      return owner.kind === 'application'
        ? applications.build(UpdateTransaction).item(change).options({ condition: isNotConnected })
        : runtimes.build(UpdateTransaction).item(change).options({ condition: isNotConnected });
    },
  };
}
