import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { bundleItem } from '#shared/bundles/bundle-item.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { apiDefinitionEntity, bundleEntity, documentEntity, eventDefinitionEntity } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { fromItem as fromInstanceAuthItem, instanceAuthEntity } from '#shared/table/bundles/instance-auth-entity.dynamo.ts';
import { apart, type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { fromItem as fromAuthItem, systemAuthEntity } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { fromItem as fromWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { applicationEntity, fromItem } from './application-entity.dynamo.ts';

type Item = NonNullable<QueryCommandOutput['Items']>[number];

/** Reads an Application with everything under it: one query of its partition, continued only beyond 1 MB. */
export function applicationDetails(table: ControlPlaneTable) {
  const format = itemFormats(table);
  return async (tenant: TenantId, id: string): Promise<ApplicationDetails | undefined> => {
    const items = await partitionOf(table, tenant, id);
    const ofType = (type: string): Item[] => items.filter((item) => item.type === type);
    const head = ofType('Application')[0];
    if (!head) return undefined;
    const apis = ofType('ApiDefinition').map(format.api);
    const events = ofType('EventDefinition').map(format.event);
    const documents = ofType('Document').map(format.document);
    const instanceAuths = ofType('BundleInstanceAuth').map(format.instanceAuth);
    return {
      application: format.application(head),
      bundles: ofType('Bundle')
        .map(format.bundle)
        .map((bundle) => ({
          bundle,
          apiDefinitions: apis.filter(({ bundleId }) => bundleId === bundle.id),
          eventDefinitions: events.filter(({ bundleId }) => bundleId === bundle.id),
          documents: documents.filter(({ bundleId }) => bundleId === bundle.id),
          instanceAuths: instanceAuths.filter(({ bundleId }) => bundleId === bundle.id),
        })),
      apiDefinitions: apis.filter(({ bundleId }) => bundleId === undefined),
      eventDefinitions: events.filter(({ bundleId }) => bundleId === undefined),
      webhooks: ofType('Webhook').map(format.webhook),
      auths: ofType('SystemAuth').map(format.auth),
    };
  };
}

async function partitionOf(table: ControlPlaneTable, tenant: TenantId, id: string): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await table.getDocumentClient().send(
      new QueryCommand({
        TableName: table.getName(),
        KeyConditionExpression: 'pk = :partition AND sk < :apart',
        ExpressionAttributeValues: { ':partition': ownerPartition(tenant, 'application', id), ':apart': apart },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
  } while (from);
  return items;
}

function itemFormats(table: ControlPlaneTable) {
  const application = applicationEntity(table).build(EntityFormatter);
  const bundle = bundleEntity(table).build(EntityFormatter);
  const api = apiDefinitionEntity(table).build(EntityFormatter);
  const event = eventDefinitionEntity(table).build(EntityFormatter);
  const document = documentEntity(table).build(EntityFormatter);
  const instanceAuth = instanceAuthEntity(table).build(EntityFormatter);
  const webhook = webhookEntity(table).build(EntityFormatter);
  const auth = systemAuthEntity(table).build(EntityFormatter);
  return {
    application: (item: Item) => fromItem(application.format(item)),
    bundle: (item: Item) => bundleItem(bundle.format(item)),
    api: (item: Item) => bundleItem(api.format(item)),
    event: (item: Item) => bundleItem(event.format(item)),
    document: (item: Item) => bundleItem(document.format(item)),
    instanceAuth: (item: Item) => fromInstanceAuthItem(instanceAuth.format(item)),
    webhook: (item: Item) => fromWebhookItem(webhook.format(item)),
    auth: (item: Item) => fromAuthItem(auth.format(item)),
  };
}
