import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { applicationEntity, toItem } from '#shared/table/applications/application-entity.dynamo.ts';
import { formationMemberEntity } from '#shared/table/formations/formation-entities.dynamo.ts';
import type { Dynamo } from './engines.ts';
import { anApplication } from './registry-builders.ts';
import { storeMany } from './store-many.ts';

/** Stores Applications with one webhook each as members of a formation, past the use cases for the sake of time; returns the formation. */
export async function manyApplications(dynamo: Dynamo, tenant: TenantId, count: number) {
  const formation = { id: newId(), name: 'many' };
  const [applications, members] = [applicationEntity(dynamo.table), formationMemberEntity(dynamo.table)];
  const puts = Array.from({ length: count }, (_, index) => {
    const application = anApplication({
      tenant,
      name: `application-${index}`,
      status: { condition: 'CONNECTED', timestamp: '2026-01-01T00:00:00.000Z' },
      formations: { [formation.id]: formation.name },
      configurationWebhookIds: [newId()],
    });
    return [
      applications.build(BatchPutRequest).item(toItem(application)).params(),
      ...membershipsOf(application, 'APPLICATION').map((member) => members.build(BatchPutRequest).item(member).params()),
    ];
  }).flat();
  await storeMany(dynamo, puts);
  return formation;
}
