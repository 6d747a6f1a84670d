import { type Clock, hours, minutes, seconds } from '../core/clock.ts';

/** Milliseconds after which a process reads a setting of others again. */
export const freshFor = minutes(5);
/** Time for which what was read last is used while it cannot be read. */
const usableFor = hours(6);
/** Pause after a failure. */
const retryAfterMs = seconds(30);

export interface StaleLog {
  warn(message: string, fields: { error: Error; [field: string]: unknown }): void;
}

interface Kept<T> {
  readonly value: T;
  readonly readAt: number;
  readonly lookAgainAt: number;
}

interface Source<T> {
  /** Name in the log. */
  readonly what: string;
  readonly read: () => Promise<T>;
  readonly clock: Clock;
  readonly log: StaleLog;
}

/** Reads a value once per process and 5 minutes, however many requests need it. While reading fails, the value read last is used for 6 hours. */
export function keptFresh<T>({ what, read, clock, log }: Source<T>): () => Promise<T> {
  let known: Kept<T> | undefined;
  let reading: Promise<T> | undefined;

  const refresh = async (now: number): Promise<T> => {
    try {
      const value = await read();
      known = { value, readAt: now, lookAgainAt: now + freshFor };
      return value;
    } catch (error) {
      if (!known || now - known.readAt > usableFor) throw error;
      log.warn(`${what} not readable, using the content read last`, {
        error: error as Error,
        readAt: new Date(known.readAt).toISOString(),
      });
      known = { ...known, lookAgainAt: now + retryAfterMs };
      return known.value;
    }
  };

  return async () => {
    const now = clock().getTime();
    if (known && now <= known.lookAgainAt) return known.value;
    reading ??= refresh(now).finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
