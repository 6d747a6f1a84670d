import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffSeconds, jitteredPeriod } from '#agent/backoff.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const bounds = { period: 20, atMost: Number.POSITIVE_INFINITY };

describe('the backoff', () => {
  it('doubles its range with each failure', () => {
    expect([1, 2, 3, 4].map((failures) => backoffSeconds(failures, () => 0.5, bounds))).toEqual([1, 2, 4, 8]);
  });

  it('never exceeds five minutes, whatever the number of failures', () => {
    fc.assert(
      fc.property(fc.nat(), chance, (failures, random) => {
        const seconds = backoffSeconds(failures, () => random, bounds);
        return seconds >= 0 && seconds <= 300;
      }),
    );
  });

  it('waits at least as long as the server asks', () => {
    expect(backoffSeconds(1, () => 0, { ...bounds, atLeast: 30 })).toBe(30);
  });

  it.each([
    ['as long again', 50, 60, 100],
    ['half a period, if that is longer', 10, 60, 40],
    ['a period, if that is shorter', 600, 60, 660],
    ['the range of its failures, if that is longer', 10, 5, 18],
  ])('spreads those who were asked to come at one moment over %s', (_, atLeast, period, latest) => {
    const at = (chance: number) => backoffSeconds(3, () => chance, { ...bounds, atLeast, period });
    expect([at(0), at(1)]).toEqual([atLeast, latest]);
  });

  it('outlasts no certificate, though the server asks for a longer pause, and comes no more often than once in a minute for that', () => {
    const waits = [3600, 100, 5].map((atMost) => backoffSeconds(20, () => 0.5, { ...bounds, atLeast: 86_400, atMost }));
    expect(waits).toEqual([3600, 100, 60]);
    expect(backoffSeconds(1, () => 0.5, { ...bounds, atMost: 5 })).toBe(1);
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
