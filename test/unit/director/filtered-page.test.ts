import { describe, expect, it } from 'vitest';
import { chosenPage, firstChosen } from '#functions/director/filtered-page.ts';
import type { PageRequest } from '#shared/core/page.ts';

/** A listing of two elements on each of three pages, and the starts of the pages that were read. */
function listing() {
  const read: (string | undefined)[] = [];
  const list = async ({ after }: PageRequest) => {
    read.push(after);
    const page = Number(after ?? 0);
    return { data: [2 * page, 2 * page + 1], ...(page < 2 && { next: `${page + 1}` }) };
  };
  return { read, list };
}

describe('the search for one element of a listing', () => {
  it('ends with the page of the first that is chosen', async () => {
    const { read, list } = listing();
    expect(await firstChosen((one) => one >= 2, list)).toBe(2);
    expect(read).toEqual([undefined, '1']);
  });

  it('reads all pages where none is chosen', async () => {
    const { read, list } = listing();
    expect(await firstChosen((one) => one > 9, list)).toBeUndefined();
    expect(read).toEqual([undefined, '1', '2']);
  });
});

describe('a page of the chosen elements of a listing', () => {
  /** A listing of 5,000 numbers, and the sizes of the pieces that were read of it. */
  function numbers() {
    const sizes: number[] = [];
    const list = async ({ first, after }: PageRequest) => {
      sizes.push(first);
      const start = after === undefined ? 0 : Number(after) + 1;
      const data = Array.from({ length: Math.min(first, 5000 - start) }, (_, index) => start + index);
      return { data, ...(start + first < 5000 && { next: String(data.at(-1)) }) };
    };
    return { sizes, listing: { list, count: async () => 5000, key: String } };
  }

  it('is read in a small piece first, and in large ones after it', async () => {
    const { sizes, listing } = numbers();
    const { page } = await chosenPage((one) => one >= 4990, { first: 5 }, listing);
    expect(page).toEqual({ data: [4990, 4991, 4992, 4993, 4994], next: '4994' });
    expect(sizes).toEqual([200, 2000, 2000, 2000]);
  });

  it('counts the chosen without another walk where it has all of them', async () => {
    const { sizes, listing } = numbers();
    const { count } = await chosenPage((one) => one >= 4997, { first: 5 }, listing);
    expect(await count()).toBe(3);
    expect(sizes).toHaveLength(4);
  });

  it.each([{ first: 5, after: '4997' }, { first: 2 }])('counts all of the chosen where it has some of them: %j', async (request) => {
    const { listing } = numbers();
    const { count } = await chosenPage((one) => one >= 4997, request, listing);
    expect(await count()).toBe(3);
  });
});
