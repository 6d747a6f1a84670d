/** Requests by the second, since the epoch, in which they began. */
export type Counts = Readonly<Record<number, number>>;

export interface Span {
  /** Seconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Seconds over which a rate is taken. */
const rateSeconds = 5;

export function sumOfCounts(all: readonly Counts[]): Counts {
  const sum: Record<number, number> = {};
  for (const counts of all) for (const [second, count] of Object.entries(counts)) sum[Number(second)] = (sum[Number(second)] ?? 0) + count;
  return sum;
}

/** Requests per second, for each second of the span the mean of the 5 that begin with it. */
export function ratesIn(counts: Counts, { from, until }: Span): number[] {
  const lasts = Math.max(0, until - from - rateSeconds + 1);
  return Array.from({ length: lasts }, (_, at) => {
    const seconds = Array.from({ length: rateSeconds }, (_, more) => counts[from + at + more] ?? 0);
    return seconds.reduce((sum, count) => sum + count, 0) / rateSeconds;
  });
}

export const peakIn = (counts: Counts, span: Span): number => Math.max(0, ...ratesIn(counts, span));

/** A line of digits and marks for each rate of the spans, 0 to 9 times the steady rate. */
export function drawn(counts: Counts, span: Span, steady: number): string {
  return ratesIn(counts, span)
    .filter((_, at) => at % rateSeconds === 0)
    .map((rate) => (steady === 0 ? 0 : Math.min(9, Math.round(rate / steady))))
    .join('');
}
