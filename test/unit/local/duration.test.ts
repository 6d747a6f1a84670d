import { describe, expect, it } from 'vitest';
import { durationInSeconds } from '#local/duration.ts';

describe('a duration', () => {
  it.each([
    ['90s', 90],
    ['15m', 900],
    ['2h', 7200],
    ['7d', 604_800],
  ])('%s is %i seconds', (text, seconds) => {
    expect(durationInSeconds(text)).toBe(seconds);
  });

  it.each(['', '90', '0s', '-1s', '1.5h', '2w', 's', '99999999999999999d'])('"%s" is refused', (text) => {
    expect(() => durationInSeconds(text)).toThrow('is not a duration');
  });
});
