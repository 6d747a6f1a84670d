import * as z from 'zod';

const baseSeconds = 1;
const capSeconds = 300;

export const failuresSchema = z.object({ consecutive: z.int().nonnegative() });
/** Number of failures in a row. It survives a restart, so that an agent in a restart loop does not flood a failing control plane. */
export type Failures = z.infer<typeof failuresSchema>;

interface Bounds {
  /** Seconds that the other side asked to stay away. Default: it did not. */
  readonly atLeast?: number | undefined;
  /** Seconds between cycles that succeed. */
  readonly period: number;
  /** Seconds after which the certificate may need to be renewed. */
  readonly atMost: number;
}

/** Seconds for which a certificate that is about to end may shorten no wait. */
const leastPatience = 60;

/**
 * Exponential with full jitter: anything from zero to min(5 minutes, 2^n seconds). Not p-retry, because the count must survive the process and
 * the sleep is given from outside. The time that the other side named comes on top: it may have named the same moment to all Agents, and those that
 * met it last wait least. So they spread over as long again, and over no less than half a period and no more than one. No wait of more than a minute outlasts the certificate, because then a person would have to help.
 */
export function backoffSeconds(consecutiveFailures: number, random: () => number, { atLeast = 0, period, atMost }: Bounds): number {
  const spread = atLeast > 0 ? Math.min(Math.max(atLeast, period / 2), period) : 0;
  const range = Math.max(baseSeconds * 2 ** consecutiveFailures, spread);
  return Math.min(atLeast + random() * Math.min(capSeconds, range), Math.max(atMost, leastPatience));
}

/** Within 20 % of the period, so that agents which started together drift apart. */
export function jitteredPeriod(periodSeconds: number, random: () => number): number {
  return periodSeconds * (0.8 + 0.4 * random());
}
