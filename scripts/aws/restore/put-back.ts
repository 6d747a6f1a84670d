import { isDeepStrictEqual } from 'node:util';
import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { untilAccepted } from '#shared/aws/until-accepted.ts';
import { type Item, itemAfterRestore } from './restored-item.ts';

/** A write that makes the present table what it should be after the restore. */
export interface Change {
  readonly key: { readonly pk: unknown; readonly sk: unknown };
  readonly type: string;
  /** Absent for an item that goes. */
  readonly item?: Item;
}

interface Tables {
  readonly restored: string;
  readonly present: string;
}

const maxKeysOfRead = 100;
const maxItemsOfWrite = 25;
const maxRetries = 18;
const keyOf = ({ pk, sk }: Item) => ({ pk, sk });
const nameOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk]);

/** Compares two tables, item by item, and yields what the restore changes in the present one. */
export async function* changesOf(client: DynamoDBDocumentClient, { restored, present }: Tables): AsyncGenerator<Change> {
  for await (const items of pagesOf(client, restored)) {
    const there = await itemsOf(client, present, items);
    for (const item of items) yield* changeFor(item, { restored: item, present: there.get(nameOf(item)) });
  }
  for await (const items of pagesOf(client, present)) {
    const before = await itemsOf(client, restored, items);
    for (const item of items) {
      if (!before.has(nameOf(item))) yield* changeFor(item, { restored: undefined, present: item });
    }
  }
}

function* changeFor(at: Item, pair: Parameters<typeof itemAfterRestore>[0]): Generator<Change> {
  const item = itemAfterRestore(pair);
  if (isDeepStrictEqual(comparable(item), comparable(pair.present))) return;
  yield { key: keyOf(at), type: String(at.type ?? 'unknown'), ...(item && { item }) };
}

/** An item that differs in its version alone was put back already. */
function comparable(item: Item | undefined): Item | undefined {
  if (item === undefined) return undefined;
  const { version, ...rest } = item;
  return rest;
}

/** Applies changes; returns how many. It may be repeated. */
export async function putBack(client: DynamoDBDocumentClient, table: string, changes: AsyncIterable<Change>): Promise<number> {
  let [count, batch] = [0, [] as Change[]];
  const flush = async () => {
    await writeAll(client, table, batch);
    count += batch.length;
    batch = [];
  };
  for await (const change of changes) {
    batch.push(change);
    if (batch.length === maxItemsOfWrite) await flush();
  }
  if (batch.length > 0) await flush();
  return count;
}

async function writeAll(client: DynamoDBDocumentClient, table: string, changes: readonly Change[]): Promise<void> {
  const requests = changes.map(({ key, item }) => (item ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: key } }));
  await patiently(requests, async (left) => {
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: [...left] } }));
    return (UnprocessedItems[table] ?? []) as typeof requests;
  });
}

async function* pagesOf(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<Item[]> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (let from = 0; from < Items.length; from += maxKeysOfRead) yield Items.slice(from, from + maxKeysOfRead);
  }
}

async function itemsOf(client: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  const keys = items.map(keyOf);
  await patiently(keys, async (left) => {
    const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: true } } }));
    for (const item of answer.Responses?.[table] ?? []) found.set(nameOf(item), item);
    return (answer.UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
  });
  return found;
}

/** Waits for a table that takes less than it is sent, as a new one does while its capacity grows: two minutes for each batch. */
async function patiently<T>(elements: readonly T[], send: (elements: readonly T[]) => Promise<readonly T[]>): Promise<void> {
  const refusal = await untilAccepted(elements, send, 100, maxRetries);
  if (refusal) throw new Error(`the table refused ${refusal.refused.length} items again and again`, { cause: refusal.cause });
}
