import { setTimeout as pause } from 'node:timers/promises';

const intervalMs = 50;
const timeoutMs = 60_000;

/** Repeats a call until it returns a value; throws after a minute. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  let lastError: unknown;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(intervalMs)) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
  }
  throw new Error(`waited a minute in vain for ${what}`, { cause: lastError });
}
