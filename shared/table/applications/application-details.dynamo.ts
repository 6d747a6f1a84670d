import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { Bundle } from '#shared/bundles/bundle.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import {
  apiDefinitionEntity,
  bundleEntity,
  bundlePrefix,
  documentEntity,
  eventDefinitionEntity,
  fromItem as fromBundleItem,
} from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { fromItem as fromInstanceAuthItem, instanceAuthEntity } from '#shared/table/bundles/instance-auth-entity.dynamo.ts';
import { type ControlPlaneTable, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { fromItem as fromAuthItem, systemAuthEntity } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { formatOf, type Item, queryWithin } from '#shared/table/read.dynamo.ts';
import { fromItem as fromWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { applicationEntity, fromItem } from './application-entity.dynamo.ts';

/** Maximum number of requests of 1 MB each. The quotas of an Application come to less; only data stored before the quotas is larger. */
export const maxRequests = 8;

/** Reads an Application with its nested objects: one query of its partition, continued only beyond 1 MB. */
export function applicationDetails(table: ControlPlaneTable) {
  const format = itemFormats(table);
  const bundlesOf = bundlesIn(format);
  return async (tenant: TenantId, id: string): Promise<ApplicationDetails | 'too large' | undefined> => {
    const query = { partition: ownerPartition(tenant, 'application', id), range: { below: unlistedPrefix } };
    const { items, more } = await queryWithin(table, query, maxRequests);
    if (more) return 'too large';
    const ofType = (type: string): Item[] => items.filter((item) => item.type === type);
    const head = ofType('Application')[0];
    if (!head) return undefined;
    return {
      application: format.application(head),
      bundles: bundlesOf(items),
      apiDefinitions: ofType('ApiDefinition').map(format.api).filter(isInNoBundle),
      eventDefinitions: ofType('EventDefinition').map(format.event).filter(isInNoBundle),
      webhooks: ofType('Webhook').map(format.webhook),
      auths: ofType('SystemAuth').map(format.auth),
    };
  };
}

const isInNoBundle = ({ bundleId }: { bundleId?: string }): boolean => bundleId === undefined;

/** Reads a bundle with its contents, without texts: one query, continued only beyond 1 MB. */
export function bundleDetails(table: ControlPlaneTable) {
  const bundlesOf = bundlesIn(itemFormats(table));
  return async ({
    tenant,
    applicationId,
    id,
  }: Pick<Bundle, 'tenant' | 'applicationId' | 'id'>): Promise<BundleDetails | 'too large' | undefined> => {
    const partition = ownerPartition(tenant, 'application', applicationId);
    const { items, more } = await queryWithin(table, { partition, range: { beginsWith: bundlePrefix + id } }, maxRequests);
    return more ? 'too large' : bundlesOf(items)[0];
  };
}

/** Returns the bundles among items, each with its contents. */
export const bundlesIn =
  (format: ReturnType<typeof itemFormats>) =>
  (items: readonly Item[]): BundleDetails[] => {
    const ofType = (type: string): Item[] => items.filter((item) => item.type === type);
    const apis = Map.groupBy(ofType('ApiDefinition').map(format.api), ({ bundleId }) => bundleId);
    const events = Map.groupBy(ofType('EventDefinition').map(format.event), ({ bundleId }) => bundleId);
    const documents = Map.groupBy(ofType('Document').map(format.document), ({ bundleId }) => bundleId);
    const instanceAuths = Map.groupBy(ofType('BundleInstanceAuth').map(format.instanceAuth), ({ bundleId }) => bundleId);
    return ofType('Bundle')
      .map(format.bundle)
      .map((bundle) => ({
        bundle,
        apiDefinitions: apis.get(bundle.id) ?? [],
        eventDefinitions: events.get(bundle.id) ?? [],
        documents: documents.get(bundle.id) ?? [],
        instanceAuths: instanceAuths.get(bundle.id) ?? [],
      }));
  };

export function itemFormats(table: ControlPlaneTable) {
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
