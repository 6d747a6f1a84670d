import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { repeat } from '../repeated.ts';
import type { StopSteps } from '../stop-steps.ts';
import type { LocalTable } from '../template/local-system.ts';
import { createTableIfAbsent, timeToLiveOf } from './local-table.ts';
import { sweepExpired } from './time-to-live-sweep.ts';

/** Seconds between deletions of expired items. DynamoDB takes up to some days. */
const sweepInterval = seconds(30);

/** Creates the tables. The function that it returns begins to delete expired items. */
export async function provideTables(tables: readonly LocalTable[], cleanup: StopSteps): Promise<() => void> {
  const client = new DynamoDBClient({});
  cleanup.add(() => client.destroy());
  for (const table of tables) await createTableIfAbsent(client, table);
  return () => {
    for (const table of tables) {
      const attribute = timeToLiveOf(table);
      if (!attribute) continue;
      const sweep = repeat(() => sweepExpired({ client, tableName: table.name, attribute, clock: systemClock }), sweepInterval);
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
