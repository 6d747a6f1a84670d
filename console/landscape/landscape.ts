import { type ConditionClass, classOf } from '../members/condition.ts';
import { formationsOf } from '../members/formations-of.ts';

/** An Application or Runtime as the landscape reads it. */
export interface ReadMember {
  readonly id: string;
  readonly name: string;
  readonly status: { readonly condition: string };
  readonly labels: Readonly<Record<string, unknown>> | null;
  readonly eventingConfiguration: { readonly defaultURL: string } | null;
}

export type MemberKind = 'application' | 'runtime';

type Counts = Readonly<Partial<Record<ConditionClass, number>>>;

/** One Application or Runtime, or several with the same formations that are drawn as one. */
export interface Box {
  readonly key: string;
  readonly kind: MemberKind;
  readonly title: string;
  readonly formations: readonly string[];
  readonly members: readonly ReadMember[];
  readonly counts: Counts;
  /** True for several members that are drawn as one. */
  readonly collapsed: boolean;
}

/** Members that are drawn each for itself, of both kinds together. With more of them, those with the same formations are drawn as one. */
const maxSingleMembers = 40;
/** Members with the same formations that are drawn each for itself in a large landscape. */
const maxSingleInGroup = 2;

interface Read {
  readonly applications: readonly ReadMember[];
  readonly runtimes: readonly ReadMember[];
}

/** The boxes of a landscape. In a large one, members with the same formations share a box unless its key is in `opened`. */
export function boxesOf({ applications, runtimes }: Read, opened: ReadonlySet<string>): { applications: Box[]; runtimes: Box[] } {
  const large = applications.length + runtimes.length > maxSingleMembers;
  const boxes = (kind: MemberKind, members: readonly ReadMember[]) =>
    grouped(kind, members).flatMap((group) =>
      large && group.members.length > maxSingleInGroup && !opened.has(group.key) ? [group] : group.members.map((one) => single(kind, one)),
    );
  return { applications: boxes('application', applications), runtimes: boxes('runtime', runtimes) };
}

function grouped(kind: MemberKind, members: readonly ReadMember[]): Box[] {
  const groups = Map.groupBy(members, ({ labels }) => [...formationsOf(labels)].sort().join(', '));
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([title, sharing]) => ({
      key: groupKey(kind, formationsOf(sharing[0]?.labels ?? null)),
      kind,
      title: title === '' ? 'in no formation' : title,
      formations: formationsOf(sharing[0]?.labels ?? null),
      members: sharing,
      counts: countsOf(sharing),
      collapsed: true,
    }));
}

/** The key of the box that members with these formations share. */
export const groupKey = (kind: MemberKind, formations: readonly string[]): string => `${kind} ${[...formations].sort().join(', ')}`;

const single = (kind: MemberKind, member: ReadMember): Box => ({
  key: member.id,
  kind,
  title: member.name,
  formations: formationsOf(member.labels),
  members: [member],
  counts: countsOf([member]),
  collapsed: false,
});

function countsOf(members: readonly ReadMember[]): Counts {
  const counts: Partial<Record<ConditionClass, number>> = {};
  for (const { status } of members) counts[classOf(status.condition)] = (counts[classOf(status.condition)] ?? 0) + 1;
  return counts;
}

/** A way that events go: from the Applications of a box to the Runtime of one. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The ways of events between boxes. An Application sends below the address that its Runtime publishes. */
export function routesOf(applications: readonly Box[], runtimes: readonly Box[]): Route[] {
  const receivers = runtimes.flatMap(({ key, members }) =>
    members.flatMap(({ eventingConfiguration }) =>
      eventingConfiguration?.defaultURL ? [{ key, url: base(eventingConfiguration.defaultURL) }] : [],
    ),
  );
  const counts = new Map<string, Route>();
  for (const { key: from, members } of applications)
    for (const { eventingConfiguration } of members) {
      const url = eventingConfiguration?.defaultURL;
      const to = url ? receivers.find((one) => url.startsWith(one.url))?.key : undefined;
      if (to === undefined) continue;
      const route = `${from} ${to}`;
      counts.set(route, { from, to, count: (counts.get(route)?.count ?? 0) + 1 });
    }
  return [...counts.values()];
}

const base = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
