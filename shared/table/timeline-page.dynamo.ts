import type { Page, PageRequest } from '#shared/core/page.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { type Filter, type Item, queryPage, type TableQuery } from './read.dynamo.ts';
import { tableShape } from './table-shape.ts';

/** A partition of an index whose sort keys begin with a time and `#`, and the part of it to read. */
interface Timeline {
  readonly index: keyof typeof tableShape.indexes;
  readonly partition: string;
  /** That time or later. */
  readonly from?: Date;
  /** That time or earlier. */
  readonly to?: Date;
  readonly order: 'earliest first' | 'latest first';
  /** Leaves elements out. */
  readonly filter?: Filter;
}

/** Maximum number of items that one query looks at for a page with a filter. */
const maxLookedAt = 1000;

/** Reads a page of a timeline by one query. With a filter it may end early, and be empty, although there is a next one. */
export async function timelinePage(table: ControlPlaneTable, timeline: Timeline, page: PageRequest): Promise<Page<Item>> {
  const { index, partition, order, filter } = timeline;
  const range = rangeOf(timeline, page);
  if (range[0] > range[1]) return { data: [] };
  // The range includes the last element of the page before.
  const limit = filter ? maxLookedAt : page.first + 2;
  const query: TableQuery = { index, partition, range: { between: range }, filter, descending: order === 'latest first' };
  const { items, lastRead } = await queryPage(table, query, limit);
  const keyOf = (item: Item): string => String(item[tableShape.indexes[index].sortKey]);
  const found = items.filter((item) => keyOf(item) !== page.after);
  const data = found.slice(0, page.first);
  const last = data.at(-1);
  if (last && found.length > page.first) return { data, next: keyOf(last) };
  return lastRead === undefined ? { data } : { data, next: lastRead };
}

/** `$` comes after the `#` that follows a time, and `:` after every digit. */
function rangeOf({ from, to, order }: Timeline, { after }: PageRequest): readonly [string, string] {
  const [first, last] = [from?.toISOString() ?? '0', to ? `${to.toISOString()}$` : ':'];
  if (order === 'latest first') return [first, after !== undefined && after < last ? after : last];
  return [after !== undefined && after > first ? after : first, last];
}

/** All of the conditions; undefined if there are none. Their placeholders must differ. */
export function allOf(conditions: readonly (Filter | undefined)[]): Filter | undefined {
  const given = conditions.filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  return {
    expression: given.map(({ expression }) => expression).join(' AND '),
    names: Object.assign({}, ...given.map(({ names }) => names)),
    values: Object.assign({}, ...given.map(({ values }) => values)),
  };
}

/** The attribute has one of these values; undefined where all are allowed. */
export function oneOf(attribute: string, allowed: readonly string[] | undefined): Filter | undefined {
  if (!allowed) return undefined;
  const values = Object.fromEntries(allowed.map((value, index) => [`:${attribute}${index}`, value]));
  return { expression: `#${attribute} IN (${Object.keys(values).join(', ')})`, names: { [`#${attribute}`]: attribute }, values };
}
