import { setTimeout as pause } from 'node:timers/promises';

export interface Repeated {
  /** Starts no further round and waits for the one at work. */
  stop(): Promise<void>;
}

/** Milliseconds between two rounds, or a wait that ends early when its signal is aborted. */
type Interval = number | ((stopping: AbortSignal) => Promise<void>);

/** Runs `round` again and again, with a pause between two rounds; a round that fails is reported and does not end it. */
export function repeat(round: () => Promise<void>, interval: Interval): Repeated {
  const stopping = new AbortController();
  const wait = typeof interval === 'function' ? interval : (signal: AbortSignal) => pause(interval, undefined, { signal });
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch((error) => console.error(error));
      await wait(stopping.signal).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
