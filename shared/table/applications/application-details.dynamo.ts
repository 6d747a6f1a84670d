import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import {
  apiDefinitionEntity,
  bundleEntity,
  documentEntity,
  eventDefinitionEntity,
  fromItem as fromBundleItem,
} from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { fromItem as fromInstanceAuthItem, instanceAuthEntity } from '#shared/table/bundles/instance-auth-entity.dynamo.ts';
import { apart, type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { fromItem as fromAuthItem, systemAuthEntity } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { formatOf, type Item, queryAll } from '#shared/table/read.dynamo.ts';
import { fromItem as fromWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { applicationEntity, fromItem } from './application-entity.dynamo.ts';

/** Reads an Application with everything under it: one query of its partition, continued only beyond 1 MB. */
export function applicationDetails(table: ControlPlaneTable) {
  const format = itemFormats(table);
  return async (tenant: TenantId, id: string): Promise<ApplicationDetails | undefined> => {
    const items = await queryAll(table, { partition: ownerPartition(tenant, 'application', id), range: { below: apart } });
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

function itemFormats(table: ControlPlaneTable) {
  const application = formatOf(applicationEntity(table));
  const bundle = formatOf(bundleEntity(table));
  const api = formatOf(apiDefinitionEntity(table));
  const event = formatOf(eventDefinitionEntity(table));
  const document = formatOf(documentEntity(table));
  const instanceAuth = formatOf(instanceAuthEntity(table));
  const webhook = formatOf(webhookEntity(table));
  const auth = formatOf(systemAuthEntity(table));
  return {
    application: (item: Item) => fromItem(application(item)),
    bundle: (item: Item) => fromBundleItem(bundle(item)),
    api: (item: Item) => fromBundleItem(api(item)),
    event: (item: Item) => fromBundleItem(event(item)),
    document: (item: Item) => fromBundleItem(document(item)),
    instanceAuth: (item: Item) => fromInstanceAuthItem(instanceAuth(item)),
    webhook: (item: Item) => fromWebhookItem(webhook(item)),
    auth: (item: Item) => fromAuthItem(auth(item)),
  };
}
