import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import pRetry from 'p-retry';
import { chunksOf } from '#shared/core/chunks.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { queryAll } from './read.dynamo.ts';

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** The keys of everything in a partition, or of that whose sort key begins with `prefix`. */
export async function keysOf(table: ControlPlaneTable, partition: string, prefix?: string): Promise<ItemKey[]> {
  const range = prefix === undefined ? undefined : { beginsWith: prefix };
  return (await queryAll(table, { partition, range, attributes: ['pk', 'sk'] })) as unknown as ItemKey[];
}

const batchSize = 25;

/** Deletes items whose parent was deleted, 25 a call; a repetition changes nothing. */
export async function deleteItems(table: ControlPlaneTable, keys: readonly ItemKey[]): Promise<void> {
  for (const batch of chunksOf(keys, batchSize)) {
    let pending = batch.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    await pRetry(
      async () => {
        const answer = await table.getDocumentClient().send(new BatchWriteCommand({ RequestItems: { [table.getName()]: pending } }));
        pending = (answer.UnprocessedItems?.[table.getName()] ?? []) as typeof pending;
        if (pending.length > 0) throw new Error(`${pending.length} deletions were not processed`);
      },
      { retries: 6, minTimeout: 50, randomize: true },
    );
  }
}
