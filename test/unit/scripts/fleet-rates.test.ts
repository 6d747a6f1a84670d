import { describe, expect, it } from 'vitest';
import { drawn, peakIn, ratesIn, sumOfCounts } from '../../../scripts/fleet/rates.ts';

describe('the rate of a fleet', () => {
  const counts = { 10: 5, 11: 5, 12: 5, 13: 5, 14: 5, 15: 30, 16: 5 };

  it('is the mean of five seconds, so that one full second is no surge', () => {
    expect(ratesIn(counts, { from: 10, until: 17 })).toEqual([5, 10, 10]);
    expect(peakIn(counts, { from: 10, until: 17 })).toBe(10);
  });

  it('counts seconds without a request, and none outside its span', () => {
    expect(ratesIn(counts, { from: 15, until: 20 })).toEqual([7]);
    expect(peakIn(counts, { from: 100, until: 103 })).toBe(0);
  });

  it('sums up the processes', () => {
    expect(sumOfCounts([{ 1: 2, 2: 1 }, { 2: 3 }, {}])).toEqual({ 1: 2, 2: 4 });
  });

  it('is drawn in multiples of the steady one', () => {
    expect(drawn(counts, { from: 10, until: 20 }, 5)).toBe('11');
    expect(drawn({ 1: 1000 }, { from: 1, until: 6 }, 5)).toBe('9');
    expect(drawn(counts, { from: 10, until: 20 }, 0)).toBe('00');
  });
});
