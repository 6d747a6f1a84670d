import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { applicationListing } from '#shared/applications/application-entity.dynamo.ts';
import { headKey, ownerPartition, tenantKey } from '#shared/aws/control-plane-table.ts';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Dynamo } from './engines.ts';

/** Stores Applications with one webhook each as members of a formation, past the use cases for the sake of time; returns the formation. */
export async function manyApplications({ client, tableName }: Dynamo, tenant: TenantId, count: number) {
  const formation = { id: newId(), name: 'many' };
  const items = Array.from({ length: count }, () => newId()).flatMap((id) => [
    applicationItem(tenant, id, formation),
    memberItem(tenant, id, formation),
  ]);
  for (let start = 0; start < items.length; start += 25) {
    const puts = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts } }));
  }
  return formation;
}

interface Formation {
  readonly id: string;
  readonly name: string;
}

const applicationItem = (tenant: TenantId, id: string, formation: Formation) => ({
  pk: ownerPartition(tenant, 'application', id),
  sk: headKey,
  type: 'Application',
  tenant,
  id,
  name: `application-${id}`,
  labels: {},
  status: { condition: 'CONNECTED', timestamp: '2026-01-01T00:00:00.000Z' },
  formations: { [formation.id]: formation.name },
  configurationWebhookIds: [newId()],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
  changedBy: 'user/alice',
  listPk: applicationListing(tenant),
  listSk: id,
});

const memberItem = (tenant: TenantId, objectId: string, formation: Formation) => ({
  pk: tenantKey(tenant, 'FORMATION', formation.id),
  sk: `APPLICATION#${objectId}`,
  type: 'FormationMember',
  tenant,
  formationId: formation.id,
  formationName: formation.name,
  objectType: 'APPLICATION',
  objectId,
  version: 1,
  changedBy: 'user/alice',
});
