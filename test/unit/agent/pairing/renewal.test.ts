import { describe, expect, it } from 'vitest';
import { needsRenewal } from '#agent/pairing/renewal.ts';

const validity = { notBefore: new Date(0), notAfter: new Date(100_000_000) };
const at = (milliseconds: number, period = 20) => needsRenewal(validity, new Date(milliseconds), period);

describe('renewal', () => {
  it('is due when less than 0.3 of the validity remains', () => {
    expect([at(69_000_000), at(70_000_000), at(70_000_001)]).toEqual([false, false, true]);
  });

  it('is due when the certificate could end before the second next poll', () => {
    expect([at(50_000_000, 24_000), at(50_000_000, 26_000)]).toEqual([false, true]);
  });
});
