import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { listed, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const formationPartition = (tenant: TenantId, id: string): string => tenantKey(tenant, 'FORMATION', id);
export const formationListing = (tenant: TenantId): string => tenantKey(tenant, 'FORMATIONS');
export const memberPrefix = (type: string): string => `${type}#`;

const membersChange = map({ id: string(), type: string().enum('ASSIGN', 'UNASSIGN'), objectId: string(), assignment: string().optional() });

export const formationEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Formation',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        formationTemplateId: string(),
        state: string().enum('INITIAL', 'READY', 'DRAFT'),
        applicationCount: number(),
        runtimeCount: number(),
        applicationsChange: membersChange.optional(),
        runtimesChange: membersChange.optional(),
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant, id }) => ({ pk: formationPartition(tenant, id), sk: headKey }),
    }),
);

export const formationMemberEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'FormationMember',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        formationId: string().key(),
        objectType: string().enum('APPLICATION', 'RUNTIME').key(),
        objectId: string().key(),
        formationName: string(),
        changeId: string().optional(),
        ...versioned,
      }),
      computeKey: ({ tenant, formationId, objectType, objectId }) => ({
        pk: formationPartition(tenant, formationId),
        sk: memberPrefix(objectType) + objectId,
      }),
    }),
);
