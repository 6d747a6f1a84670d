import { type Clock, later } from './clock.ts';

interface Pace {
  /** Maximum number of concurrent elements. */
  readonly concurrency: number;
  /** Milliseconds after which no further element is begun. */
  readonly runFor: number;
}

/** Processes all elements, several at once. Errors are thrown after all elements were processed. */
export async function processDue<T>(
  due: AsyncGenerator<T, void>,
  clock: Clock,
  pace: Pace,
  work: (next: T) => Promise<void>,
): Promise<void> {
  const end = later(clock(), pace.runFor);
  const worker = async (): Promise<void> => {
    for (let next = await due.next(); !next.done && clock() < end; next = await due.next()) await work(next.value);
  };
  const workers = await Promise.allSettled(Array.from({ length: pace.concurrency }, worker));
  for (const outcome of workers) if (outcome.status === 'rejected') throw outcome.reason;
}
