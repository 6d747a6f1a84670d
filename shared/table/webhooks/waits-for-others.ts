import { seconds } from '#shared/core/clock.ts';

/** Milliseconds that a write waits at most for those of other deliveries whose endpoints have not answered yet. */
const maxWait = 50;

/** A delivery that crashed on the way is waited for no longer than this. */
const forgottenAfter = seconds(60);

/** Holds writes back until all deliveries under way have come as far, or for a moment. */
export function waitsForOthers() {
  const underWay = new Map<string, number>();
  let waiting = 0;
  let held: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const send = (): void => {
    clearTimeout(timer);
    const sends = held;
    held = [];
    for (const one of sends) one();
  };
  const sendIfAllWait = (): void => {
    // The other writes of the same delivery are given in the same turn.
    if (waiting >= underWay.size) setImmediate(send);
  };

  return {
    /** Calls `one` when the writes that it stands for are to be sent. */
    schedule: (one: () => void): void => {
      held.push(one);
      clearTimeout(timer);
      timer = setTimeout(send, maxWait);
      sendIfAllWait();
    },
    begin: (id: string): void => {
      const now = performance.now();
      for (const [other, since] of underWay) if (since < now - forgottenAfter) underWay.delete(other);
      underWay.set(id, now);
    },
    /** Returns true for a delivery that began here. */
    isUnderWay: (id: string): boolean => underWay.has(id),
    /** Waits with the write of a delivery. */
    last: async <T>(id: string, write: () => Promise<T>): Promise<T> => {
      waiting += 1;
      const writing = write();
      sendIfAllWait();
      try {
        return await writing;
      } finally {
        waiting -= 1;
        underWay.delete(id);
      }
    },
    /** Waits for a delivery no longer. */
    leave: (id: string): void => {
      if (underWay.delete(id)) sendIfAllWait();
    },
  };
}
