interface Grouped {
  readonly messageGroupId?: string;
}

interface Group<M> {
  /** Messages under way, and those that were put in front. */
  busy: number;
  /** Oldest first. */
  readonly waiting: M[];
  /** Number of those that were put in front. */
  taken: number;
}

/**
 * Puts the next `count` messages in front: each is the oldest of the group that has the fewest under way, those in front of it included. The others keep
 * their order. Messages without a group share one.
 */
export function quietFirst<M extends Grouped>(waiting: readonly M[], underWay: readonly Grouped[], count: number): M[] {
  const groups = new Map<string, Group<M>>();
  for (const message of waiting) {
    const { messageGroupId = '' } = message;
    const group = groups.get(messageGroupId);
    if (group) group.waiting.push(message);
    else groups.set(messageGroupId, { busy: 0, waiting: [message], taken: 0 });
  }
  if (groups.size < 2) return [...waiting];
  for (const { messageGroupId = '' } of underWay) {
    const group = groups.get(messageGroupId);
    if (group) group.busy += 1;
  }
  const next = new Set<M>();
  for (let left = Math.min(count, waiting.length); left > 0; left--) next.add(oldestOfQuietest([...groups.values()]));
  return [...next, ...waiting.filter((message) => !next.has(message))];
}

/** Takes a message. Of groups that are as quiet the one whose message came first counts. */
function oldestOfQuietest<M>(groups: readonly Group<M>[]): M {
  const [first, ...others] = groups.filter(({ waiting, taken }) => taken < waiting.length);
  if (!first) throw new Error('no message waits');
  const quietest = others.reduce((best, group) => (group.busy < best.busy ? group : best), first);
  const message = quietest.waiting[quietest.taken] as M;
  quietest.taken += 1;
  quietest.busy += 1;
  return message;
}
