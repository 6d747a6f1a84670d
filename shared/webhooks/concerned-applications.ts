import { later, minutes } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { FormationReference } from '../events/event-metadata.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { Audience, ConcernedRuntime } from './audience.ts';
import type { FanOutPosition } from './fan-out-message.ts';
import type { Recipient, Recipients } from './recipient.ts';

export interface ConcernedDeps {
  readonly formations: Pick<FormationRepository, 'listMembers'>;
  readonly recipients: Recipients;
}

/** An Application with what it is told. */
export interface Concerned {
  readonly recipient: Recipient;
  readonly runtimeId: string | undefined;
  readonly formations: readonly FormationReference[];
}

/** Some Applications, and where the others begin: undefined if these were the last ones. */
export interface ConcernedPage {
  readonly concerned: readonly Concerned[];
  readonly rest?: FanOutPosition;
}

/** Difference between the clocks of the table and of the functions, with room to spare. */
const clockMargin = minutes(1);

/** The walk through the audience of an event. */
interface Walk {
  readonly tenant: TenantId;
  readonly audience: Audience;
  /** Time of the event. */
  readonly at: Date;
  /** Default: the beginning. */
  readonly from?: FanOutPosition;
  /** Applications that are read at once. */
  readonly pageSize: number;
}

/**
 * Reads the Applications that an event concerns page by page, each once. The order does not change: a walk that begins at the `rest` of another yields
 * what that one did not. An Application that moved since the event may be yielded by both.
 */
export async function* concernedPages(walk: Walk, deps: ConcernedDeps): AsyncGenerator<ConcernedPage, void> {
  const stops = stopsOf(walk.audience);
  const named = new Set(walk.audience.applications.map(({ applicationId }) => applicationId));
  if (!walk.from && named.size > 0) yield { concerned: await concernedAlone(walk, deps), rest: stops[0]?.position };
  const { isVisited, walked } = visits(walk, named);
  for (const [index, stop] of stops.entries()) {
    if (!walk.from || !comesBefore(stop.position, walk.from))
      yield* pagesAt(stop, { members: membersOf(stop, walk, deps), next: stops[index + 1]?.position, isVisited });
    walked(stop.position.formationId);
  }
}

interface Visit {
  readonly members: AsyncIterable<{ readonly recipients: readonly Recipient[]; readonly after?: string }>;
  /** Position of the formation after this one. */
  readonly next?: FanOutPosition;
  readonly isVisited: (recipient: Recipient) => boolean;
}

/** Reads the Applications in a formation that were not visited before. */
async function* pagesAt({ runtime, position }: Stop, { members, next, isVisited }: Visit): AsyncGenerator<ConcernedPage, void> {
  for await (const { recipients, after } of members) {
    const concerned = recipients.filter((recipient) => !isVisited(recipient));
    yield {
      concerned: concerned.map((recipient) => concernedBy(runtime, recipient, position.formationId)),
      rest: after === undefined ? next : { ...position, after },
    };
  }
}

/** Reads the Applications that the event concerns whatever formations they are in. */
async function concernedAlone({ tenant, audience }: Walk, deps: ConcernedDeps): Promise<Concerned[]> {
  const named = new Map(audience.applications.map((application) => [application.applicationId, application]));
  const recipients = await deps.recipients.findMany(tenant, [...named.keys()]);
  return recipients.map((recipient) => ({ recipient, runtimeId: undefined, formations: [], ...named.get(recipient.applicationId) }));
}

/** Reads the Applications in a formation, from the beginning of the walk on. */
async function* membersOf({ position: { formationId } }: Stop, { tenant, from, pageSize }: Walk, deps: ConcernedDeps) {
  let after = from?.formationId === formationId ? from.after : undefined;
  do {
    const { data, next } = await deps.formations.listMembers(tenant, formationId, 'APPLICATION', { first: pageSize, after });
    const ids = data.map(({ objectId }) => objectId);
    yield { recipients: await deps.recipients.findMany(tenant, ids), after: next };
    after = next;
  } while (after !== undefined);
}

/** A formation to walk through, and the Runtime on whose account. */
interface Stop {
  readonly runtime: ConcernedRuntime;
  readonly position: FanOutPosition;
}

/** The formations in the order of their ids, Runtime by Runtime. One of both Runtimes belongs to the first. */
function stopsOf({ runtimes }: Audience): Stop[] {
  const all = runtimes.flatMap((runtime, index) =>
    runtime.formations.map(({ id }) => ({ runtime, position: { runtime: index, formationId: id } })).sort(byFormation),
  );
  const first = new Map(all.toReversed().map((stop) => [stop.position.formationId, stop]));
  return all.filter((stop) => first.get(stop.position.formationId) === stop);
}

const byFormation = (one: Stop, other: Stop): number => (one.position.formationId < other.position.formationId ? -1 : 1);

const comesBefore = (one: FanOutPosition, other: FanOutPosition): boolean =>
  one.runtime < other.runtime || (one.runtime === other.runtime && one.formationId < other.formationId);

/**
 * An Application in several of the formations is visited in the first of them only, so that no list of all visited ones is needed. If it may have come
 * into that one after the walk had been there, a list decides, which has those that changed since the event.
 */
function visits({ audience, at }: Walk, named: ReadonlySet<string>) {
  const settledSince = later(at, -clockMargin).toISOString();
  const isSettled = ({ changedAt }: { readonly changedAt?: string }): boolean => changedAt === undefined || changedAt < settledSince;
  const isAudienceSettled = audience.runtimes.every(isSettled);
  const moved = new Set<string>();
  const earlier = new Set<string>();
  const isVisited = (recipient: Recipient): boolean => {
    const { applicationId, formations } = recipient;
    if (named.has(applicationId)) return true;
    if (isAudienceSettled && isSettled(recipient)) return Object.keys(formations).some((id) => earlier.has(id));
    if (moved.has(applicationId)) return true;
    moved.add(applicationId);
    return false;
  };
  return { isVisited, walked: (formationId: string) => earlier.add(formationId) };
}

function concernedBy({ runtimeId, formations }: ConcernedRuntime, recipient: Recipient, foundIn: string): Concerned {
  return { recipient, runtimeId, formations: formations.filter(({ id }) => id === foundIn || id in recipient.formations) };
}
