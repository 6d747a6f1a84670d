import { describe, expect, it } from 'vitest';
import { firstChosen } from '#functions/director/filtered-page.ts';
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
