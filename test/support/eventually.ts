import { vi } from 'vitest';

/** Repeats the check until it does not throw any more, and answers what it answered; throws what it threw last after half a minute. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 50 });
