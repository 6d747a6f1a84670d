import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import { systemAuthEntity, toItem } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import type { Dynamo } from './engines.ts';

/** The most puts that one batch takes, and how many batches are under way at once. */
const [batchSize, atOnce] = [25, 4];

type Put = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** Stores items past all conditions, for the sake of time. */
export async function storeMany({ client, tableName }: Pick<Dynamo, 'client' | 'tableName'>, puts: readonly Put[]): Promise<void> {
  // Workers take turns: each sends its next batch when its last one is stored.
  const write = async (worker: number): Promise<void> => {
    for (let start = worker * batchSize; start < puts.length; start += atOnce * batchSize) {
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts.slice(start, start + batchSize) } }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => write(worker)));
}

/** Stores System Auths that nothing counts, as those of earlier code. */
export async function storeSystemAuths(dynamo: Dynamo, auths: readonly SystemAuth[]): Promise<void> {
  const entity = systemAuthEntity(dynamo.table);
  await storeMany(
    dynamo,
    auths.map((auth) => entity.build(BatchPutRequest).item(toItem(auth)).params()),
  );
}
