import * as z from 'zod';

const baseSeconds = 1;
const capSeconds = 300;

export const failuresSchema = z.object({ consecutive: z.int().nonnegative() });
/** Number of failures in a row. It survives a restart, so that an agent in a restart loop does not flood a failing control plane. */
export type Failures = z.infer<typeof failuresSchema>;

/**
 * Exponential with full jitter: anything from zero to min(5 minutes, 2^n seconds). Not p-retry, because the count must survive the process and
 * the sleep is given from outside.
 */
export function backoffSeconds(consecutiveFailures: number, random: () => number, atLeast = 0): number {
  return Math.max(atLeast, random() * Math.min(capSeconds, baseSeconds * 2 ** consecutiveFailures));
}

/** Within 20 % of the period, so that agents which started together drift apart. */
export function jitteredPeriod(periodSeconds: number, random: () => number): number {
  return periodSeconds * (0.8 + 0.4 * random());
}
