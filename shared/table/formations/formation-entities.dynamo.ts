import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';

export const formationPartition = (tenant: TenantId, id: string): string => tenantKey(tenant, 'FORMATION', id);
export const formationListing = (tenant: TenantId): string => tenantKey(tenant, 'FORMATIONS');
export const memberPrefix = (type: string): string => `${type}#`;

export const formationEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'Formation',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      name: string(),
      formationTemplateId: string(),
      state: string().enum('INITIAL', 'READY', 'DRAFT'),
      applicationCount: number(),
      runtimeCount: number(),
      version: number(),
      changedBy: string(),
      listPk: string(),
      listSk: string(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: formationPartition(tenant as TenantId, id), sk: headKey }),
  });

export const formationMemberEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'FormationMember',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      formationId: string().key(),
      objectType: string().enum('APPLICATION', 'RUNTIME').key(),
      objectId: string().key(),
      formationName: string(),
      version: number(),
      changedBy: string(),
    }),
    computeKey: ({ tenant, formationId, objectType, objectId }) => ({
      pk: formationPartition(tenant as TenantId, formationId),
      sk: memberPrefix(objectType) + objectId,
    }),
  });
