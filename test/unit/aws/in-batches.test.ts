import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBatches } from '#shared/aws/in-batches.ts';

const limits = { count: 10, bytes: 100 };
const size = (element: number) => element;

describe('inBatches', () => {
  it('keeps every element, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(150)), (elements) => {
        expect(inBatches(elements, limits, size).flat()).toEqual(elements);
      }),
    );
  });

  it('keeps both limits, but for an element that is too large by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(150)), (elements) => {
        for (const batch of inBatches(elements, limits, size)) {
          expect(batch.length).toBeLessThanOrEqual(limits.count);
          if (batch.length > 1) expect(batch.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(limits.bytes);
        }
      }),
    );
  });

  it('fills batches by count where the bytes allow', () => {
    expect(inBatches(Array(25).fill(1), limits, size).map(({ length }) => length)).toEqual([10, 10, 5]);
  });
});
