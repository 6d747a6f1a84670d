import type { Page, PageRequest } from '#shared/core/page.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { limitOf, pageOf } from './page-of-items.ts';
import { type Item, queryPage } from './read.dynamo.ts';

/** A page of one partition of the listing index; `keyOf` is the sort key that an element has there. One query. */
export async function listingPage<T>(
  table: ControlPlaneTable,
  partition: string,
  page: PageRequest,
  read: (item: Item) => T,
  keyOf: (element: T) => string,
): Promise<Page<T>> {
  const range = page.after === undefined ? undefined : { above: page.after };
  const { items, more } = await queryPage(table, { index: 'listing', partition, range }, limitOf(page));
  return pageOf(items.map(read), page, more, keyOf);
}
