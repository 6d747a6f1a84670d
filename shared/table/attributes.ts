import type { Entity, FormattedItem } from 'dynamodb-toolbox/entity';
import { any } from 'dynamodb-toolbox/schema/any';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { isTenantId, type TenantId } from '#shared/core/tenant-id.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';

/** The tenant of an item, which is part of its key. Building a key refuses any other text. */
export const tenantOfItem = any()
  .castAs<TenantId>()
  .key()
  .validate((value) => typeof value === 'string' && isTenantId(value));

/** `version` grows by one with every write; `changedBy` names the actor of the latest one as `kind/id`. Events carry both. */
export const versioned = { version: number(), changedBy: string() };

export const dated = { createdAt: string(), updatedAt: string() };

/** The item's keys in the index `listing`. */
export const listed = { listPk: string(), listSk: string() };

/** The item's keys in the index `byId`. */
export const foundById = { idPk: string(), idSk: string() };

/** An item of the entity that a function declares, as it is read. */
export type StoredItem<Declaration extends (table: ControlPlaneTable) => Entity> = FormattedItem<ReturnType<Declaration>>;

/** The model T. Does not compile as the type of what is read if the entity lacks one of its fields, which writes would lose. */
export type Read<T, Declaration extends (table: ControlPlaneTable) => Entity> =
  Exclude<keyof T, keyof StoredItem<Declaration>> extends never
    ? T
    : { readonly missingInEntity: Exclude<keyof T, keyof StoredItem<Declaration>> };
