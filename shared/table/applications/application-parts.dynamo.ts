import { type ApplicationParts, type BundlePage, maxContentsBytes, type PartsRequest } from '#shared/applications/application-parts.ts';
import { amountsOfContents } from '#shared/bundles/amounts.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { PageRequest } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { bundlePrefix } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { systemAuthPrefix } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { getByKey, type Item, queryAll, queryWithin } from '#shared/table/read.dynamo.ts';
import { webhookPrefix } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { bundlesIn, itemFormats, maxRequests } from './application-details.dynamo.ts';
import { applicationEntity, fromItem } from './application-entity.dynamo.ts';

/** Sorts behind everything that begins with the same prefix. */
const endOf = (prefix: string): string => prefix + unlistedPrefix;

/**
 * Reads an Application with the requested parts at once: each part by a query of its own, except those beside the first page of bundles, which the
 * same query reads because of their sort keys.
 */
export function applicationParts(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const format = itemFormats(table);
  const bundlesOf = bundlesIn(format);

  const headOf = async (tenant: TenantId, id: string) => {
    const found = await getByKey(applications, { tenant, id });
    return found && fromItem(found);
  };
  const withPrefix = (tenant: TenantId, id: string, beginsWith: string): Promise<Item[]> =>
    queryAll(table, { partition: ownerPartition(tenant, 'application', id), range: { beginsWith } });

  const authsOf = async (tenant: TenantId, id: string) => (await withPrefix(tenant, id, systemAuthPrefix)).map(format.auth);
  const webhooksOf = async (tenant: TenantId, id: string) => (await withPrefix(tenant, id, webhookPrefix)).map(format.webhook);

  const apartFromBundles = async (tenant: TenantId, id: string, { webhooks, auths }: PartsRequest) => {
    const [application, ofWebhooks, ofAuths] = await Promise.all([
      headOf(tenant, id),
      webhooks ? webhooksOf(tenant, id) : undefined,
      auths ? authsOf(tenant, id) : undefined,
    ]);
    return application && { application, ...(ofWebhooks && { webhooks: ofWebhooks }), ...(ofAuths && { auths: ofAuths }) };
  };

  const bundlesAfter = async (tenant: TenantId, id: string, { first, after = '' }: PageRequest): Promise<BundlePage> => {
    const range = { between: [after === '' ? bundlePrefix : endOf(`${bundlePrefix}${after}#`), endOf(bundlePrefix)] } as const;
    const query = { partition: ownerPartition(tenant, 'application', id), range };
    const { items, more } = await queryWithin(table, query, maxRequests, (seen) => countIn(seen) > first);
    return pageOf(bundlesOf(items), first, more);
  };

  const eachApart = async (tenant: TenantId, id: string, request: PartsRequest, page: PageRequest) => {
    const [others, bundles] = await Promise.all([apartFromBundles(tenant, id, request), bundlesAfter(tenant, id, page)]);
    return others && { ...others, bundles };
  };

  /** Picks the parts that sort behind the bundles from the items of such a query. */
  const behindBundles = (items: readonly Item[], { webhooks }: PartsRequest) => {
    const head = ofType(items, 'Application')[0];
    return head && { application: format.application(head), ...(webhooks && { webhooks: ofType(items, 'Webhook').map(format.webhook) }) };
  };

  /** One query from the first to the last part. Parts behind a page of bundles that ended early are read separately. */
  const withFirstBundles = async (tenant: TenantId, id: string, request: PartsRequest, first: number) => {
    const query = { partition: ownerPartition(tenant, 'application', id), range: rangeOf(request) };
    const { items, more } = await queryWithin(table, query, maxRequests, (seen) => countIn(seen) > first);
    const last = String(items.at(-1)?.sk);
    if (more && last < bundlePrefix) return eachApart(tenant, id, request, { first });
    const behind = more ? await apartFromBundles(tenant, id, { ...request, auths: false }) : behindBundles(items, request);
    const bundles = pageOf(bundlesOf(items), first, more && last.startsWith(bundlePrefix));
    return behind && { ...behind, ...(request.auths && { auths: ofType(items, 'SystemAuth').map(format.auth) }), bundles };
  };

  return async (tenant: TenantId, id: string, request: PartsRequest): Promise<ApplicationParts | undefined> => {
    const { bundles: page } = request;
    if (page === undefined) return apartFromBundles(tenant, id, request);
    return page.after === undefined ? withFirstBundles(tenant, id, request, page.first) : eachApart(tenant, id, request, page);
  };
}

const rangeOf = ({ auths, webhooks }: PartsRequest) =>
  ({ between: [auths ? systemAuthPrefix : bundlePrefix, webhooks ? endOf(webhookPrefix) : headKey] }) as const;

const ofType = (items: readonly Item[], type: string): Item[] => items.filter((item) => item.type === type);

const countIn = (items: readonly Item[]): number => ofType(items, 'Bundle').length;

/** Cuts the items to a page. If the query stopped among the bundles, the last one may be incomplete and is left to the next page. */
function pageOf(read: readonly BundleDetails[], first: number, isStopped: boolean): BundlePage {
  const whole = isStopped ? read.slice(0, -1) : read;
  const wanted = whole.slice(0, first);
  const end = endWithin(wanted);
  const data = wanted.slice(0, Math.max(end, 1));
  const goesOn = isStopped || whole.length > data.length;
  const last = data.at(-1);
  return {
    data,
    ...(goesOn && last && { next: last.bundle.id }),
    isTooLarge: end < wanted.length || (goesOn && data.length < first),
  };
}

/** Counts the bundles that fit into one answer, from the first on. */
function endWithin(bundles: readonly BundleDetails[]): number {
  let room = maxContentsBytes;
  const end = bundles.findIndex((one) => {
    room -= amountsOfContents({ ...one, bundles: [one.bundle], instanceAuths: [] }).contentBytes;
    return room < 0;
  });
  return end === -1 ? bundles.length : end;
}
