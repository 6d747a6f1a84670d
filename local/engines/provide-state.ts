import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { repeat } from '../repeated.ts';
import type { StopSteps } from '../stop-steps.ts';
import type { LocalTable } from '../template/local-system.ts';
import { expiredItems, indexExpiry, indexStreams } from './engine-file.ts';
import { createTableIfAbsent, timeToLiveOf } from './local-table.ts';
import { deleteExpired, type Expiring, scanExpired } from './time-to-live-sweep.ts';

/** Seconds between deletions of expired items. DynamoDB takes up to some days. */
const sweepInterval = seconds(30);

/**
 * Creates the tables, with indexes in the file of the engine that has its file in `folder`. The function that it returns begins to delete expired
 * items.
 */
export async function provideTables(tables: readonly LocalTable[], cleanup: StopSteps, folder?: string): Promise<() => void> {
  const client = new DynamoDBClient({});
  cleanup.add(() => client.destroy());
  for (const table of tables) await createTableIfAbsent(client, table);
  if (folder !== undefined) indexStreams(folder);
  return () => {
    for (const table of tables) {
      const attribute = timeToLiveOf(table);
      if (!attribute) continue;
      if (folder !== undefined) indexExpiry(folder, table.name, attribute);
      const expired = folder === undefined ? scanExpired(client) : (...of: Expiring) => expiredItems(folder, ...of);
      const sweep = repeat(() => deleteExpired({ client, tableName: table.name, attribute, clock: systemClock, expired }), sweepInterval);
      cleanup.add(sweep.stop);
    }
  };
}

/** Writes the authority's certificate to the truststore of the functions. */
export async function publishTruststore(variables: Readonly<Record<string, string>>, pem: string): Promise<void> {
  const client = new S3Client({ forcePathStyle: true });
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: variables.TRUSTSTORE_BUCKET,
        Key: variables.TRUSTSTORE_KEY,
        Body: pem,
        ContentType: 'application/x-pem-file',
      }),
    );
  } finally {
    client.destroy();
  }
}
