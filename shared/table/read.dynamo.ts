import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Entity, FormattedItem, KeyInputItem } from 'dynamodb-toolbox/entity';
import { EntityParser } from 'dynamodb-toolbox/entity/actions/parse';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { directGet, directQuery } from './direct-reads.dynamo.ts';
import { tableShape } from './table-shape.ts';

/** An item as it is stored. */
export type Item = Record<string, unknown>;

/** The range of sort keys of a query. `between` includes both ends. */
type Range =
  | { readonly eq: string }
  | { readonly beginsWith: string }
  | { readonly below: string }
  | { readonly above: string }
  | { readonly between: readonly [string, string] };

/** A partition of the table or of an index, or a range of one. */
export interface TableQuery {
  /** The index to ask. Default: the table itself. */
  readonly index?: keyof typeof tableShape.indexes;
  readonly partition: string;
  readonly range?: Range;
  /** Names of the attributes to read. Default: all. */
  readonly attributes?: readonly string[];
  /** Allows an answer without the latest writes, at half the cost. Default: true for an index, false for the table. */
  readonly eventual?: boolean;
  /** Reads from the greatest sort key down. Default: false. */
  readonly descending?: boolean;
  /** Leaves items out that were read. They count towards the limits of a page. */
  readonly filter?: Filter;
}

/** A condition as a DynamoDB expression. Its placeholders must not be `:partition` or those of a range. */
export interface Filter {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Part of an answer. `more` says that the query has further items; they were not read. */
export interface QueriedPage {
  readonly items: Item[];
  readonly more: boolean;
  /** The sort key of the last item that was read, which a filter may have left out, if there are more. */
  readonly lastRead?: string;
}

/** Reads one item by its key, consistently. `eventual` allows an answer without the latest writes, at half the cost. */
export async function getByKey<E extends Entity>(
  entity: E,
  key: KeyInputItem<E>,
  { eventual = false } = {},
): Promise<FormattedItem<E> | undefined> {
  const { key: primary } = entity.build(EntityParser).parse(key, { mode: 'key' });
  const found = await itemAt(entity.table, primary as { readonly pk: string; readonly sk: string }, { eventual });
  return found && formatOf(entity)(found);
}

/** Reads one item by its key, as it is stored, consistently or as `getByKey` does. */
export async function itemAt(
  table: Pick<ControlPlaneTable, 'getName' | 'getDocumentClient'>,
  { pk, sk }: { readonly pk: string; readonly sk: string },
  { eventual = false } = {},
): Promise<Item | undefined> {
  const input = { TableName: table.getName(), Key: { pk, sk }, ConsistentRead: !eventual };
  return (await table.getDocumentClient().send(directGet(input))).Item;
}

/** Returns true if an item has this key, read consistently. */
export async function isThere(table: ControlPlaneTable, { pk, sk }: { readonly pk: string; readonly sk: string }): Promise<boolean> {
  const input = { TableName: table.getName(), Key: { pk, sk }, ProjectionExpression: 'pk', ConsistentRead: true };
  return (await table.getDocumentClient().send(directGet(input))).Item !== undefined;
}

/** Reads all items of a query, one request per MB. */
export async function queryAll(table: ControlPlaneTable, query: TableQuery): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of queryPages(table, query)) items.push(...page);
  return items;
}

/** Reads the items of a query by at most so many requests of 1 MB each, or until `isEnough` returns true. */
export async function queryWithin(
  table: ControlPlaneTable,
  query: TableQuery,
  maxRequests: number,
  isEnough: (items: readonly Item[]) => boolean = () => false,
): Promise<QueriedPage> {
  const items: Item[] = [];
  let requests = 0;
  for await (const { Items = [], LastEvaluatedKey } of answersOf(table, inputOf(table, query))) {
    items.push(...Items);
    requests += 1;
    if (LastEvaluatedKey && (requests === maxRequests || isEnough(items))) return { items, more: true };
  }
  return { items, more: false };
}

/** Reads all items of a query as items of one entity, one request per MB. Throws for an item of another entity. */
export async function queryAllOf<E extends Entity>(entity: E, table: ControlPlaneTable, query: TableQuery): Promise<FormattedItem<E>[]> {
  return (await queryAll(table, query)).map(formatOf(entity));
}

/** Reads all items of a query page by page, on demand. A page has `size` items, or 1 MB if that is less. */
export async function* queryPages(table: ControlPlaneTable, query: TableQuery, size?: number): AsyncGenerator<Item[], void> {
  for await (const { Items = [] } of answersOf(table, { ...inputOf(table, query), Limit: size })) yield Items;
}

/** Reads at most `limit` items by one request. */
export async function queryPage(table: ControlPlaneTable, query: TableQuery, limit: number): Promise<QueriedPage> {
  const { Items = [], LastEvaluatedKey } = await table.getDocumentClient().send(directQuery({ ...inputOf(table, query), Limit: limit }));
  if (!LastEvaluatedKey) return { items: Items, more: false };
  const { sortKey } = query.index === undefined ? tableShape : tableShape.indexes[query.index];
  return { items: Items, more: true, lastRead: LastEvaluatedKey[sortKey] };
}

/** Counts all items of a query, one request per MB. */
export async function countAll(table: ControlPlaneTable, query: TableQuery): Promise<number> {
  let count = 0;
  for await (const { Count = 0 } of answersOf(table, { ...inputOf(table, query), Select: 'COUNT' })) count += Count;
  return count;
}

/**
 * Turns stored items into those of an entity: its attributes, as they are. They were checked when they were written, so that reading does not check
 * them again. Throws for an item of another entity.
 */
export function formatOf<E extends Entity>(entity: E): (item: Item) => FormattedItem<E> {
  const { entityName } = entity;
  const names = Object.keys(entity.attributes);
  return (item) => {
    if ((item.type ?? entityName) !== entityName) throw new Error(`an item of ${String(item.type)} is read as one of ${entityName}`);
    const formatted: Item = {};
    for (const name of names) if (item[name] !== undefined) formatted[name] = item[name];
    return formatted as FormattedItem<E>;
  };
}

async function* answersOf(table: ControlPlaneTable, input: QueryCommandInput) {
  let from: Item | undefined;
  do {
    const answer = await table.getDocumentClient().send(directQuery({ ...input, ExclusiveStartKey: from }));
    yield answer;
    from = answer.LastEvaluatedKey;
  } while (from);
}

function inputOf(table: ControlPlaneTable, query: TableQuery): QueryCommandInput {
  const { index, partition, range, attributes, eventual, descending, filter } = query;
  const { partitionKey, sortKey } = index === undefined ? tableShape : tableShape.indexes[index];
  const { condition, values } = conditionOf(range, sortKey);
  return {
    TableName: table.getName(),
    IndexName: index,
    KeyConditionExpression: [`${partitionKey} = :partition`, ...condition].join(' AND '),
    ExpressionAttributeValues: { ':partition': partition, ...values, ...filter?.values },
    FilterExpression: filter?.expression,
    ExpressionAttributeNames: attributes ? { ...filter?.names, ...aliases(attributes) } : filter?.names,
    ProjectionExpression: attributes && Object.keys(aliases(attributes)).join(', '),
    ScanIndexForward: descending ? false : undefined,
    ConsistentRead: index === undefined && !eventual ? true : undefined,
  };
}

/** Placeholders of attributes, whose names may be words of the language of expressions. */
const aliases = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, index) => [`#read${index}`, name]));

function conditionOf(range: Range | undefined, sortKey: string): { condition: string[]; values: Record<string, string> } {
  if (range === undefined) return { condition: [], values: {} };
  if ('eq' in range) return { condition: [`${sortKey} = :eq`], values: { ':eq': range.eq } };
  if ('beginsWith' in range) return { condition: [`begins_with(${sortKey}, :prefix)`], values: { ':prefix': range.beginsWith } };
  if ('below' in range) return { condition: [`${sortKey} < :below`], values: { ':below': range.below } };
  if ('above' in range) return { condition: [`${sortKey} > :above`], values: { ':above': range.above } };
  const [from, to] = range.between;
  return { condition: [`${sortKey} BETWEEN :from AND :to`], values: { ':from': from, ':to': to } };
}
