import { setTimeout as pause } from 'node:timers/promises';

export interface Repeated {
  /** Starts no further round and waits for the one at work. */
  stop(): Promise<void>;
}

/** Runs `round` again and again, `interval` milliseconds apart; a round that fails is reported and does not end it. */
export function repeat(round: () => Promise<void>, interval: number): Repeated {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch((error) => console.error(error));
      await pause(interval, undefined, { signal: stopping.signal }).catch(() => undefined);
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
