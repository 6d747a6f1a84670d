import type { Page, PageRequest } from '#shared/core/page.ts';

/** One more than requested, to find out whether there is a next page. */
export const limitOf = (page: PageRequest): number => page.first + 1;

/** Cuts what a query limited by `limitOf` returned; a page that ended early at DynamoDB's 1 MB says so by its `next`. */
export function pageOf<T>(items: readonly T[], page: PageRequest, endedEarly: boolean, keyOf: (item: T) => string): Page<T> {
  const data = items.slice(0, page.first);
  const last = data.at(-1);
  return last !== undefined && (items.length > page.first || endedEarly) ? { data, next: keyOf(last) } : { data };
}
