import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Dynamo } from './engines.ts';

type Streaming = Pick<Dynamo, 'endpoint' | 'tableName'>;

/** Everything that the table's stream holds, as Lambda hands it over. */
export async function streamRecords(dynamo: Streaming): Promise<DynamoDBRecord[]> {
  const read = await streamReader(dynamo, 'TRIM_HORIZON');
  return read();
}

/** Returns a function that reads the records of the table's stream from here on, and ends the reading. */
export async function streamReader({ endpoint, tableName }: Streaming, from: 'LATEST' | 'TRIM_HORIZON' = 'LATEST') {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const starts: (string | undefined)[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    starts.push((await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: from }))).ShardIterator);
  }
  return async (): Promise<DynamoDBRecord[]> => {
    const records: _Record[] = [];
    for (let iterator of starts) {
      while (iterator) {
        const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
        records.push(...(page.Records ?? []));
        iterator = page.Records?.length ? page.NextShardIterator : undefined;
      }
    }
    client.destroy();
    return records.map(lambdaRecord);
  };
}

const lambdaRecord = ({ eventID, eventName, dynamodb, userIdentity }: _Record): DynamoDBRecord =>
  ({
    eventID,
    eventName,
    dynamodb: { ...dynamodb, ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000 },
    ...(userIdentity && { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
  }) as DynamoDBRecord;
