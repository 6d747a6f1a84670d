import type { Entity, FormattedItem } from 'dynamodb-toolbox/entity';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { limitOf, pageOf } from './page-of-items.ts';
import { formatOf, queryPage } from './read.dynamo.ts';

interface Listing<E extends Entity, T> {
  /** The partition of the listing index. */
  readonly partition: string;
  readonly fromItem: (item: FormattedItem<E>) => T;
  /** The sort key that an element has in the listing index. */
  readonly keyOf: (element: T) => string;
}

/** Reads a page of one partition of the listing index by one query, with the named attributes only if there are names. Throws for an item of another entity. */
export async function listingPage<E extends Entity, T>(
  entity: E,
  table: ControlPlaneTable,
  { partition, fromItem, keyOf }: Listing<E, T>,
  page: PageRequest,
  attributes?: readonly string[],
): Promise<Page<T>> {
  const range = page.after === undefined ? undefined : { above: page.after };
  const { items, more } = await queryPage(table, { index: 'listing', partition, range, attributes }, limitOf(page));
  const format = formatOf(entity);
  return pageOf(
    items.map((item) => fromItem(format(item))),
    page,
    more,
    keyOf,
  );
}
