import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import type { Bundle } from '#shared/bundles/bundle.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { bundleEntity, byId } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { instanceAuthEntity, toItem } from '#shared/table/bundles/instance-auth-entity.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { aBundle, anInstanceAuth } from './registry-builders.ts';
import { storeMany } from './store-many.ts';

interface Place {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Stores bundles of a size under an Application, past the quotas, as code did that had none; answers them in the order of their ids. */
export async function storeBundles(place: Place, tenant: TenantId, applicationId: string, count: number, bytes: number): Promise<Bundle[]> {
  const entity = bundleEntity(controlPlaneTable(place.client, place.tableName));
  const bundles = Array.from({ length: count }, () => ({
    ...aBundle(tenant, applicationId, 0).bundle,
    instanceAuthRequestInputSchema: JSON.stringify({ title: 'x'.repeat(bytes) }),
  }));
  const puts = bundles.map((one) =>
    entity
      .build(BatchPutRequest)
      .item({ ...one, ...byId(tenant, one.id, 'Bundle') })
      .params(),
  );
  await storeMany(place, puts);
  return bundles.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Stores instance auths of a size in a bundle, past the quotas. */
export async function storeInstanceAuths(
  place: Place,
  { tenant, applicationId, id }: Pick<Bundle, 'tenant' | 'applicationId' | 'id'>,
  count: number,
  bytes: number,
): Promise<void> {
  const entity = instanceAuthEntity(controlPlaneTable(place.client, place.tableName));
  const auths = Array.from({ length: count }, () =>
    anInstanceAuth({ tenant, applicationId, bundleId: id, context: JSON.stringify('x'.repeat(bytes)) }),
  );
  await storeMany(
    place,
    auths.map((one) => entity.build(BatchPutRequest).item(toItem(one)).params()),
  );
}
