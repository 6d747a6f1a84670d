import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { foundById, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { disablingReasons, type Webhook, type WebhookOwner } from '#shared/webhooks/webhook.ts';

export const webhookPrefix = 'WEBHOOK#';

export const webhookEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Webhook',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
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
        publicKey: string().optional(),
        previousSecretUntil: string().optional(),
        failingSince: string().optional(),
        disabled: map({ at: string(), reason: string().enum(...disablingReasons) }).optional(),
        testedAt: string().optional(),
        createdAt: string(),
        ...versioned,
        ...foundById,
      }),
      computeKey: ({ tenant, ownerKind, ownerId, id }) => ({
        pk: ownerPartition(tenant, ownerKind, ownerId),
        sk: webhookPrefix + id,
      }),
    }),
);

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

export const fromItem = ({
  tenant,
  ownerKind,
  ownerId,
  webhookType,
  idPk,
  idSk,
  ...webhook
}: StoredItem<typeof webhookEntity>): Webhook => ({
  ...webhook,
  type: webhookType,
  owner: { tenant, kind: ownerKind, id: ownerId },
});
