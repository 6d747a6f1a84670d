import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOfList, wirePage } from '#functions/director/page.ts';
import { encodeCursor } from '#shared/core/page.ts';

const idOf = (one: string) => one;

describe('a page of a list in memory', () => {
  it('follows the one before without loss or repetition, whatever its size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), (unsorted, first) => {
        const items = unsorted.sort();
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = pageOfList(items, { first, after }, idOf);
          seen.push(...page.data);
          after = page.next;
        } while (after !== undefined);
        expect(seen).toEqual(items);
      }),
    );
  });

  it('shows the rest when what the cursor points to was deleted meanwhile', () => {
    const { next } = pageOfList(['a', 'b', 'c', 'd'], { first: 2 }, idOf);
    expect(pageOfList(['a', 'c', 'd'], { first: 2, after: next }, idOf)).toEqual({ data: ['c', 'd'] });
  });
});

describe('a page on the wire', () => {
  const nobodyCounts = async (): Promise<number> => {
    throw new Error('counted without being asked');
  };

  it('says where it starts and where the next one does', () => {
    const { pageInfo, data } = wirePage({ data: [1, 2], next: 'two' }, { after: 'start' }, String, nobodyCounts);
    expect(data).toEqual(['1', '2']);
    expect(pageInfo).toEqual({ startCursor: 'start', endCursor: encodeCursor('two'), hasNextPage: true });
  });

  it('ends with an empty cursor', () => {
    expect(wirePage({ data: [] }, {}, String, nobodyCounts).pageInfo).toEqual({ startCursor: '', endCursor: '', hasNextPage: false });
  });
});
