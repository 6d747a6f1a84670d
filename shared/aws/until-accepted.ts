import pRetry from 'p-retry';

export interface Refusal<T> {
  readonly refused: readonly T[];
  readonly cause: unknown;
}

/** In milliseconds. */
const maxDelay = 10_000;

/**
 * Sends a batch, and the refused elements again, after pauses that double up to 10 seconds, with jitter: 5 times within about 2 seconds, unless
 * there are more retries. `send` returns the refused elements. Returns those that are still refused, with the reason.
 */
export async function untilAccepted<T>(
  elements: readonly T[],
  send: (elements: readonly T[]) => Promise<readonly T[]>,
  firstDelay = 75,
  retries = 4,
): Promise<Refusal<T> | undefined> {
  let pending = elements;
  try {
    await pRetry(
      async () => {
        pending = await send(pending);
        if (pending.length > 0) throw new Error(`${pending.length} of ${elements.length} entries were refused`);
      },
      { retries, minTimeout: firstDelay, maxTimeout: maxDelay, randomize: true },
    );
    return undefined;
  } catch (cause) {
    return { refused: pending, cause };
  }
}
