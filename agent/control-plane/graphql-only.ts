/** Remembers that a control plane has no conditional reads, so that not every poll tries one. */
export interface GraphqlOnly {
  isKnown(origin: string): boolean;
  learn(origin: string): void;
  /** Records that the control plane has conditional reads. */
  unlearn(origin: string): void;
}

const minute = 60_000;
const day = 86_400_000;

/**
 * Remembers it for a day; of a control plane that answered conditional reads before for a minute, and twice as long each time: while a gateway
 * changes, some of its parts know the address and others do not.
 */
export function graphqlOnly(now: () => Date): GraphqlOnly {
  let learnt: { readonly origin: string; readonly at: number; readonly for: number } | undefined;
  let reading: string | undefined;
  return {
    isKnown: (origin) => learnt?.origin === origin && Math.abs(now().getTime() - learnt.at) < learnt.for,
    learn(origin) {
      const before = learnt?.origin === origin ? learnt.for : minute / 2;
      learnt = { origin, at: now().getTime(), for: reading === origin ? Math.min(2 * before, day) : day };
    },
    unlearn(origin) {
      reading = origin;
      learnt = undefined;
    },
  };
}
