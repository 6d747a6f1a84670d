import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';

export const sweepEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'Sweep',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      kind: string().enum('application', 'runtime', 'integration_system').key(),
      ownerId: string().key(),
      bundleId: string().key().optional(),
      idPk: string(),
      idSk: string(),
    }),
    computeKey: ({ tenant, kind, ownerId, bundleId }) => ({
      pk: tenantKey(tenant as TenantId, 'SWEEP', kind, ownerId, ...(bundleId ? [bundleId] : [])),
      sk: headKey,
    }),
  });
