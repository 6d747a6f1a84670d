import { encodeCursor, type Page } from '#shared/core/page.ts';

interface Arguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page as the wire has it; the total is counted only when asked for. */
export const wirePage = <T, R>(page: Page<T>, { after }: Arguments, toModel: (one: T) => R, total: () => Promise<number>) => ({
  data: page.data.map(toModel),
  pageInfo: {
    startCursor: after ?? '',
    endCursor: page.next === undefined ? '' : encodeCursor(page.next),
    hasNextPage: page.next !== undefined,
  },
  totalCount: total as unknown as number,
});

/** A page of what is in memory already; its cursor is the place in the list. */
export function pageOfList<T>(items: readonly T[], { first, after }: { first: number; after?: string }): Page<T> {
  const start = after === undefined ? 0 : Number(after) || 0;
  const data = items.slice(start, start + first);
  return start + first < items.length ? { data, next: String(start + first) } : { data };
}
