import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { applicationEntity, toItem } from '#shared/table/applications/application-entity.dynamo.ts';
import { formationMemberEntity } from '#shared/table/formations/formation-entities.dynamo.ts';
import type { Dynamo } from './engines.ts';
import { anApplication } from './registry-builders.ts';

/** The most puts that one batch takes, and how many batches are under way at once. */
const [batchSize, atOnce] = [25, 4];

/** Stores Applications with one webhook each as members of a formation, past the use cases for the sake of time; returns the formation. */
export async function manyApplications({ client, table, tableName }: Dynamo, tenant: TenantId, count: number) {
  const formation = { id: newId(), name: 'many' };
  const [applications, members] = [applicationEntity(table), formationMemberEntity(table)];
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
  // Workers take turns: each sends its next batch when its last one is stored.
  const write = async (worker: number): Promise<void> => {
    for (let start = worker * batchSize; start < puts.length; start += atOnce * batchSize) {
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts.slice(start, start + batchSize) } }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => write(worker)));
  return formation;
}
