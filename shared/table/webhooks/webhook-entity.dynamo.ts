import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import type { Webhook, WebhookOwner, WebhookOwnerKind } from '#shared/webhooks/webhook.ts';

export const webhookPrefix = 'WEBHOOK#';

export const webhookEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'Webhook',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      ownerKind: string().enum('application', 'runtime', 'application_template').key(),
      ownerId: string().key(),
      id: string().key(),
      webhookType: string(),
      mode: string().optional(),
      url: string().optional(),
      urlTemplate: string().optional(),
      inputTemplate: string().optional(),
      headerTemplate: string().optional(),
      outputTemplate: string().optional(),
      statusTemplate: string().optional(),
      correlationIdKey: string().optional(),
      retryInterval: number().optional(),
      timeout: number().optional(),
      auth: string().optional(),
      secrets: list(string()),
      previousSecretUntil: string().optional(),
      createdAt: string(),
      version: number(),
      changedBy: string(),
      idPk: string(),
      idSk: string(),
    }),
    computeKey: ({ tenant, ownerKind, ownerId, id }) => ({
      pk: ownerPartition(tenant as TenantId, ownerKind, ownerId),
      sk: webhookPrefix + id,
    }),
  });

export const keyOf = (owner: WebhookOwner, id: string) => ({ tenant: owner.tenant, ownerKind: owner.kind, ownerId: owner.id, id });

export function toItem({ owner, type, ...webhook }: Webhook) {
  return {
    ...webhook,
    ...keyOf(owner, webhook.id),
    webhookType: type,
    secrets: [...webhook.secrets],
    idPk: tenantKey(owner.tenant, 'ID', webhook.id),
    idSk: 'Webhook',
  };
}

type StoredItem = Omit<ReturnType<typeof toItem>, 'tenant'> & { tenant: string };

export const fromItem = ({ tenant, ownerKind, ownerId, webhookType, idPk, idSk, ...webhook }: StoredItem): Webhook => ({
  ...webhook,
  type: webhookType,
  owner: { tenant: tenant as TenantId, kind: ownerKind as WebhookOwnerKind, id: ownerId },
});
