import { describe, expect, it } from 'vitest';
import { allOf, type Page } from '#agent/control-plane/paging.ts';

type Item = { id: string };
const page = (ids: string[], endCursor?: string): Page<Item> => ({
  data: ids.map((id) => ({ id })),
  pageInfo: { endCursor, hasNextPage: endCursor !== undefined },
});
const never = () => Promise.reject(new Error('no page was expected'));
const ids = (items: Item[]) => items.map(({ id }) => id);

describe('paging', () => {
  it('asks for nothing more when the first page is the last', async () => {
    expect(ids(await allOf(page(['a', 'b']), never))).toEqual(['a', 'b']);
  });

  it('follows cursors to the end', async () => {
    const pages: Record<string, Page<Item>> = { one: page(['b'], 'two'), two: page(['c']) };
    expect(ids(await allOf(page(['a'], 'one'), async (after) => pages[after] ?? page([])))).toEqual(['a', 'b', 'c']);
  });

  it('counts an element once that moved between pages', async () => {
    expect(ids(await allOf(page(['a', 'b'], 'one'), async () => page(['b', 'c'])))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['repeats', 'one'],
    ['is empty', ''],
  ])('refuses a cursor that %s', async (_, cursor) => {
    await expect(allOf(page(['a'], cursor), async () => page(['b'], cursor))).rejects.toThrow('its cursor does not lead on');
  });
});
