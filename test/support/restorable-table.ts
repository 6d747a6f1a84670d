import { isDeepStrictEqual } from 'node:util';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Data } from './clients.ts';
import { everyItem } from './director-world.ts';
import type { Dynamo } from './engines.ts';

const keyOf = ({ pk, sk }: Data) => JSON.stringify([pk, sk]);

/** Remembers what the table holds; the answer puts it back to that, and says whether anything had changed. */
export async function restorable(dynamo: Pick<Dynamo, 'client' | 'table' | 'tableName'>): Promise<() => Promise<boolean>> {
  const kept = new Map((await everyItem(dynamo)).map((item) => [keyOf(item), item]));
  return async () => {
    const present = new Map((await everyItem(dynamo)).map((item) => [keyOf(item), item]));
    const changed = [...kept].filter(([key, item]) => !isDeepStrictEqual(present.get(key), item));
    const added = [...present].filter(([key]) => !kept.has(key));
    const requests = [
      ...changed.map(([, Item]) => ({ PutRequest: { Item } })),
      ...added.map(([, { pk, sk }]) => ({ DeleteRequest: { Key: { pk, sk } } })),
    ];
    for (let from = 0; from < requests.length; from += 25) {
      await dynamo.client.send(new BatchWriteCommand({ RequestItems: { [dynamo.tableName]: requests.slice(from, from + 25) } }));
    }
    return requests.length > 0;
  };
}
