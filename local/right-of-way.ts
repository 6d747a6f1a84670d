import { setTimeout as pause } from 'node:timers/promises';

/** Work of which others in this process stay out of the way, because theirs begins behind it. */
export interface RightOfWay {
  during<T>(work: Promise<T>): Promise<T>;
  /** Waits for the end of the work that is under way, for so many milliseconds at most. */
  clear(maxMs: number): Promise<void>;
}

export function rightOfWay(): RightOfWay {
  let current: Promise<unknown> | undefined;
  return {
    during: async (work) => {
      current = work;
      try {
        return await work;
      } finally {
        if (current === work) current = undefined;
      }
    },
    clear: async (maxMs) => {
      if (current) await endOrPause(current, maxMs);
    },
  };
}

/** Waits for the end of the work, however it ends, or for so many milliseconds. */
export async function endOrPause(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  work.then(end, end);
  await pause(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined);
}
