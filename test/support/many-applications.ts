import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { FormationReference } from '#shared/events/event-metadata.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { applicationEntity, toItem } from '#shared/table/applications/application-entity.dynamo.ts';
import { formationMemberEntity } from '#shared/table/formations/formation-entities.dynamo.ts';
import type { Dynamo } from './engines.ts';
import { anApplication } from './registry-builders.ts';
import { storeMany } from './store-many.ts';

/** Number of Applications that are made before they are stored. */
const madeAtOnce = 10_000;

/**
 * Stores Applications with one webhook each as members of a formation, past the use cases for the sake of time; returns the formation. Says after
 * each part how many are stored.
 */
export async function manyApplications(dynamo: Dynamo, tenant: TenantId, count: number, onStored?: (stored: number) => void) {
  const formation = { id: newId(), name: 'many' };
  for (let stored = 0; stored < count; stored += madeAtOnce) {
    await manyMembers(dynamo, tenant, Math.min(madeAtOnce, count - stored), [formation]);
    onStored?.(Math.min(stored + madeAtOnce, count));
  }
  return formation;
}

/** The same for members of several formations; returns the Applications. */
export async function manyMembers(dynamo: Dynamo, tenant: TenantId, count: number, of: readonly FormationReference[]) {
  const formations = Object.fromEntries(of.map(({ id, name }) => [id, name]));
  const [applications, members] = [applicationEntity(dynamo.table), formationMemberEntity(dynamo.table)];
  const made = Array.from({ length: count }, (_, index) =>
    anApplication({
      tenant,
      name: `application-${index}`,
      status: { condition: 'CONNECTED', timestamp: '2026-01-01T00:00:00.000Z' },
      formations,
      configurationWebhookIds: [newId()],
    }),
  );
  const puts = made.flatMap((application) => [
    applications.build(BatchPutRequest).item(toItem(application)).params(),
    ...membershipsOf(application, 'APPLICATION').map((member) => members.build(BatchPutRequest).item(member).params()),
  ]);
  await storeMany(dynamo, puts);
  return made;
}
