import type { ApplicationParts, PartsRequest } from '#shared/applications/application-parts.ts';
import type { ApplicationViews } from '#shared/applications/application-views.ts';
import { type CurrentRevision, partOf } from '#shared/configuration/configuration-revision.ts';
import { type Clock, days, epochSeconds, later, seconds } from '#shared/core/clock.ts';
import { createdAtOf } from '#shared/core/ids.ts';
import { defaultPageSize } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { isPending, type SystemAuth } from '#shared/pairing/system-auth.ts';
import { applicationParts } from '#shared/table/applications/application-parts.dynamo.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import type { Item } from '#shared/table/read.dynamo.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import { viewEntity, viewKey } from './application-view-entity.dynamo.ts';

/**
 * Age of the last change from which on a view is stored. A transaction is committed item by item, so that the change can be seen beside what it
 * changes elsewhere; no request works longer than the 29 seconds of the gateway.
 */
const settledAfter = seconds(35);

/** Maximum length of a view, so that 100 of them fit one answer of 16 MB, and a change of a larger Application does not pay for its view. */
const maxViewLength = 64 * 1024;

/** Time after which a view without polls is deleted; the next poll makes another. */
const keptFor = days(30);

/** Minimum number of Applications that are read by views: fewer are read faster by a query each, at once. */
const minViews = 10;

/** The parts that are in a view. */
const parts = { bundles: { first: defaultPageSize }, auths: true } as const satisfies PartsRequest;

export function dynamoApplicationViews(table: ControlPlaneTable, clock: Clock): ApplicationViews {
  const views = viewEntity(table);
  const readParts = applicationParts(table);

  const itemsOf = async (tenant: TenantId, ids: readonly string[]): Promise<Map<string, Item>> => {
    const keys = ids.map((id) => ({ pk: ownerPartition(tenant, 'application', id), sk: viewKey }));
    const items = await batchRead(table, keys, { atOnce: Number.POSITIVE_INFINITY });
    return new Map(items.map((item) => [String(item.applicationId), item]));
  };

  /** Reads an Application by a query, and stores its view if nothing changed in the time before or meanwhile. */
  const readAnew = async (tenant: TenantId, id: string, item: Item | undefined, at: CurrentRevision) => {
    const read = await readParts(tenant, id, parts);
    if (!read) return undefined;
    const viewed = withoutUnseen(read);
    const [stamp, generation] = [item?.stamp, at.generations.get(partOf(id))];
    const changes = typeof stamp === 'string' ? [stamp] : [id, at.revision.get(partOf(id)) ?? ''];
    if (generation !== undefined && areSettled(changes, clock())) await store({ tenant, id, stamp, generation }, viewed);
    return viewed;
  };

  const store = async ({ tenant, id: applicationId, stamp, generation }: Place, viewed: ApplicationParts): Promise<void> => {
    const content = JSON.stringify(viewed);
    if (content.length > maxViewLength || viewed.bundles?.isTooLarge || viewed.bundles?.next !== undefined) return;
    const asRead = typeof stamp === 'string' ? ({ attr: 'stamp', eq: stamp } as const) : ({ attr: 'stamp', exists: false } as const);
    await updateWhere(views, { tenant, applicationId, content, generation, expiresAt: epochSeconds(later(clock(), keptFor)) }, asRead);
  };

  return {
    read: async (tenant, ids, at) => {
      if (ids.length < minViews) return (await Promise.all(ids.map((id) => readParts(tenant, id, parts)))).filter(isThere);
      const now = clock();
      // A new Application has no view yet.
      const mayHaveView = (id: string) => areSettled([id], now);
      const items = itemsOf(tenant, ids.filter(mayHaveView));
      const readOne = async (id: string) => {
        const item = mayHaveView(id) ? (await items).get(id) : undefined;
        return contentOf(item, at.generations.get(partOf(id))) ?? readAnew(tenant, id, item, at);
      };
      return (await Promise.all(ids.map(readOne))).filter(isThere);
    },
  };
}

/** The parts in a view; undefined if they are not current. */
function contentOf(item: Item | undefined, generation: string | undefined): ApplicationParts | undefined {
  const isCurrent = generation !== undefined && item?.generation === generation && typeof item.content === 'string';
  return isCurrent ? JSON.parse(String(item.content)) : undefined;
}

const isThere = (one: ApplicationParts | undefined): one is ApplicationParts => one !== undefined;

interface Place {
  readonly tenant: TenantId;
  readonly id: string;
  readonly stamp: unknown;
  readonly generation: string;
}

/** Returns true if the UUIDs of changes are old enough. */
const areSettled = (changes: readonly string[], now: Date): boolean =>
  changes.every((change) => now.getTime() - (createdAtOf(change) ?? 0) >= settledAfter);

/** Leaves out what no configuration shows, and what changes without its revision. */
function withoutUnseen({ application, bundles, auths = [] }: ApplicationParts): ApplicationParts {
  return {
    application,
    ...(bundles && {
      bundles: {
        ...bundles,
        data: bundles.data.map((details) => ({
          bundle: details.bundle,
          apiDefinitions: details.apiDefinitions.map(withoutText),
          eventDefinitions: details.eventDefinitions.map(withoutText),
          documents: [],
          instanceAuths: details.instanceAuths.filter(({ runtimeId }) => runtimeId !== undefined),
        })),
      },
    }),
    auths: auths.filter((auth) => !isPending(auth)).map(onlyId),
  };
}

const withoutText = <T extends { readonly spec?: unknown; readonly text?: unknown; readonly fetchRequest?: unknown }>({
  spec: _spec,
  text: _text,
  fetchRequest: _fetchRequest,
  ...definition
}: T) => definition;

const onlyId = ({ id, owner, version, createdAt, connected, changedBy }: SystemAuth): SystemAuth => ({
  id,
  owner,
  version,
  createdAt,
  connected,
  changedBy,
  retired: {},
  revoked: {},
  suspected: {},
});
