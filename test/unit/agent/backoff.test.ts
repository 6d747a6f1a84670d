import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffSeconds, jitteredPeriod } from '#agent/backoff.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('the backoff', () => {
  it('doubles its range with each failure', () => {
    expect([1, 2, 3, 4].map((failures) => backoffSeconds(failures, () => 0.5))).toEqual([1, 2, 4, 8]);
  });

  it('never exceeds five minutes, whatever the number of failures', () => {
    fc.assert(
      fc.property(fc.nat(), chance, (failures, random) => {
        const seconds = backoffSeconds(failures, () => random);
        return seconds >= 0 && seconds <= 300;
      }),
    );
  });

  it('waits at least as long as the server asks', () => {
    expect(backoffSeconds(1, () => 0, 30)).toBe(30);
  });
});

describe('the period', () => {
  it('stays within 20 % of what it is meant to be', () => {
    fc.assert(
      fc.property(chance, (random) => {
        const seconds = jitteredPeriod(100, () => random);
        return seconds >= 80 && seconds <= 120;
      }),
    );
  });
});
