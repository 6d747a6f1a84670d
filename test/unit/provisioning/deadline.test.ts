import { describe, expect, it } from 'vitest';
import { later, seconds } from '#shared/core/clock.ts';
import { deadlineAfter, nextCheck } from '#shared/provisioning/deadline.ts';

const start = new Date('2030-01-01T00:00:00.000Z');
const limit = 3600;
const { deadline } = deadlineAfter(limit, start);
const waitAt = (elapsed: number) => nextCheck(deadline, limit, later(start, seconds(elapsed)))?.waitSeconds;

describe('waiting for a deadline', () => {
  it('checks often at first and seldom later', () => {
    expect([0, 9, 60, 150, 1000].map(waitAt)).toEqual([1, 1, 6, 15, 20]);
  });

  it('checks at the deadline at the latest', () => {
    expect(waitAt(limit - 3)).toBe(3);
    expect(waitAt(limit - 0.5)).toBe(1);
  });

  it('ends at the deadline', () => {
    expect(waitAt(limit)).toBeUndefined();
    expect(waitAt(limit + 1)).toBeUndefined();
  });
});
