import pRetry from 'p-retry';

export interface Refusal<T> {
  readonly refused: readonly T[];
  readonly cause: unknown;
}

const retries = 4;

/**
 * Sends a batch, and the refused elements again: 5 times within about 2 seconds, with jitter. `send` returns the refused elements. Returns those that
 * are still refused, with the reason.
 */
export async function untilAccepted<T>(
  elements: readonly T[],
  send: (elements: readonly T[]) => Promise<readonly T[]>,
  firstDelay = 75,
): Promise<Refusal<T> | undefined> {
  let pending = elements;
  try {
    await pRetry(
      async () => {
        pending = await send(pending);
        if (pending.length > 0) throw new Error(`${pending.length} of ${elements.length} entries were refused`);
      },
      { retries, minTimeout: firstDelay, randomize: true },
    );
    return undefined;
  } catch (cause) {
    return { refused: pending, cause };
  }
}
