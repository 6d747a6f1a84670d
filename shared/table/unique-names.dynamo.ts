import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from './attributes.ts';
import { type ControlPlaneTable, tenantKey } from './control-plane-table.ts';
import type { Step } from './transact.ts';

/** Objects with unique names, and their names in errors. */
const objects = {
  APPLICATION: 'application',
  APPLICATIONTEMPLATE: 'applicationTemplate',
  FORMATION: 'formation',
  FORMATIONTEMPLATE: 'formationtemplate',
  INTEGRATIONSYSTEM: 'integrationSystem',
} as const;

/** Reserves names within a tenant: the conditional write of this item makes a name unique. */
export function uniqueNames(table: ControlPlaneTable, kind: keyof typeof objects) {
  const entity = new Entity({
    name: 'UniqueName',
    table,
    timestamps: false,
    schema: item({ tenant: tenantOfItem, name: string().key(), ownerId: string() }),
    computeKey: ({ tenant, name }) => ({ pk: tenantKey(tenant, 'NAME', kind, name), sk: 'NAME' }),
  });
  const reserve = (tenant: TenantId, name: string, ownerId: string): Step => ({
    write: entity
      .build(PutTransaction)
      .item({ tenant, name, ownerId })
      .options({ condition: { attr: 'name', exists: false } }),
    refused: () => new AppError('NotUniqueName', 'Object name is not unique', { details: { object: objects[kind] } }),
  });
  const release = (tenant: TenantId, name: string): Step => ({ write: entity.build(DeleteTransaction).key({ tenant, name }) });

  return {
    entity,
    reserve,
    release,
    /** Reserves the next name of an object and releases the current one, if they differ. */
    rename: (next: NamedObject, current: NamedObject): Step[] =>
      next.name === current.name ? [] : [reserve(next.tenant, next.name, next.id), release(current.tenant, current.name)],
  };
}

interface NamedObject {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
}
