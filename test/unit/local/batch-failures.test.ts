import { describe, expect, it } from 'vitest';
import { failedItems } from '#local/batch-failures.ts';

describe('the answer of a batch function', () => {
  it.each([[null], [undefined], [{}], [{ batchItemFailures: [] }], [{ batchItemFailures: null }]])(
    '%j means that all succeeded',
    (answer) => {
      expect(failedItems(answer, ['a', 'b'])).toEqual([]);
    },
  );

  it('names the items that failed', () => {
    expect(failedItems({ batchItemFailures: [{ itemIdentifier: 'b' }] }, ['a', 'b'])).toEqual(['b']);
  });

  it.each([
    ['text'],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }],
    [{ batchItemFailures: [{ itemIdentifier: 'z' }] }],
    [{ batchItemFailures: [{}] }],
  ])('%j means that all failed, since nobody can tell', (answer) => {
    expect(failedItems(answer, ['a', 'b'])).toBeUndefined();
  });
});
