import type { OwnerKind } from '../core/actor.ts';
import { hours, seconds } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { type ConfigurationChange, changesKeptFor } from './configuration-change.ts';
import type { KnownState } from './configuration-revision.ts';
import type { ConfigurationRevisionRepository } from './configuration-revision-repository.ts';

/** An Application or Runtime, by the formations it is in. */
interface Member {
  readonly formations: Readonly<Record<string, string>>;
}

interface Deps {
  readonly revisions: Pick<ConfigurationRevisionRepository, 'changesSince'>;
  readonly runtimes: { find(tenant: TenantId, id: string): Promise<Member | undefined> };
  readonly applications: { findMany(tenant: TenantId, ids: readonly string[]): Promise<readonly Member[]> };
}

interface Holder {
  readonly tenant: TenantId;
  readonly kind: OwnerKind;
  readonly id: string;
}

/** Age from which a tag is not compared with the changes since: DynamoDB may have deleted the first of them. */
const maxTagAge = changesKeptFor - hours(1);

/**
 * Time by which a change can become visible after it was given its time: a request works for 29 seconds at most, and clocks differ by less than the
 * rest. Changes of this time before the tag are looked at again, so that none that came late is overlooked.
 */
const overlap = seconds(35);

/**
 * Returns true if no change since the state that a client knows concerns its configuration, as far as that is visible. A change that becomes visible
 * later is found by the next poll, since the client keeps the same state until then. Costs a query, for a Runtime beside its head, and a batch of the
 * heads of changed Applications.
 */
export async function isUnconcerned(holder: Holder, known: KnownState, now: Date, deps: Deps): Promise<boolean> {
  if (now.getTime() - known.latest > maxTagAge) return false;
  const [changes, own] = await Promise.all([
    deps.revisions.changesSince(holder.tenant, new Date(known.latest - overlap)),
    holder.kind === 'runtime' ? deps.runtimes.find(holder.tenant, holder.id) : undefined,
  ]);
  if (!changes || changes.some((change) => mayConcernAll(change) || change.objectId === holder.id)) return false;
  if (holder.kind !== 'runtime') return true;
  if (!own) return false;
  const isOwn = (id: string) => Object.hasOwn(own.formations, id);
  if (changes.some(({ formations }) => formations.some(isOwn))) return false;
  const changed = [...new Set(changes.filter(({ kind }) => kind === 'application').map(({ objectId }) => objectId))];
  const heads = await deps.applications.findMany(holder.tenant, changed);
  return !heads.some(({ formations }) => Object.keys(formations).some(isOwn));
}

/**
 * Returns true for a change of a Runtime in a formation: Applications may send their events to it, and such an Application may be seen from any
 * other formation.
 */
const mayConcernAll = ({ kind, formations }: ConfigurationChange): boolean => kind === 'runtime' && formations.length > 0;
