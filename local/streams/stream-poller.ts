import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { failedItems } from '../batch-failures.ts';
import { eventPattern } from '../bus/event-pattern.ts';
import type { FolderChanges } from '../engines/folder-changes.ts';
import type { FunctionHost } from '../functions/function-host.ts';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';
import { type Repeated, repeat } from '../repeated.ts';
import { type RightOfWay, rightOfWay } from '../right-of-way.ts';
import type { EventSourceMapping } from '../template/local-system.ts';
import { sequenceNumberOf, streamEvent } from './stream-records.ts';

/** Milliseconds between two reads of a stream that changes. */
const pollIntervalMs = 100;
/** Milliseconds between two reads of a stream of which no change is known. */
const idleIntervalMs = 5000;
const maxPauseMs = 10_000;

interface Poller {
  readonly client: DynamoDBStreamsClient;
  readonly tableName: string;
  readonly mapping: EventSourceMapping;
  readonly functions: FunctionHost;
  /** Told of each batch while its function works. Default: nothing waits for it. */
  readonly relay?: Pick<RightOfWay, 'during'>;
  /** Changes of the table's files, which end a pause between two reads. Without them, the stream is read all the time. */
  readonly changes?: FolderChanges;
  /** File that remembers the last processed record. */
  readonly positionFile: string;
  /** Receives records that failed on every attempt of the template. */
  readonly giveUp: (records: readonly StreamRecord[]) => Promise<void>;
}

const position = z.object({ streamArn: z.string(), sequenceNumber: z.string() });

/** Passes the table's changes to their function, in order, like an event source mapping: no record overtakes a failed one. */
export async function pollStream(poller: Poller): Promise<Repeated> {
  const stream = await streamOf(poller);
  let after = await storedPosition(poller.positionFile, stream);
  let attempts = 0;
  let notBefore = 0;
  let hasMore = false;
  const wantedOf = filterOf(poller.mapping);
  const { relay = rightOfWay() } = poller;

  const advance = async (record: StreamRecord): Promise<void> => {
    after = sequenceNumberOf(record);
    attempts = 0;
    notBefore = 0;
    await writePrivateJson(poller.positionFile, { streamArn: stream.arn, sequenceNumber: after });
  };
  const countFailure = async (failed: StreamRecord): Promise<void> => {
    attempts += 1;
    notBefore = Date.now() + Math.min(maxPauseMs, 100 * 2 ** attempts);
    const allowed = poller.mapping.MaximumRetryAttempts;
    if (allowed < 0 || attempts <= allowed) return;
    await poller.giveUp([failed]);
    await advance(failed);
  };

  return repeat(async () => {
    hasMore = false;
    if (Date.now() < notBefore) return;
    // After a failure the batch is the failed record, so that attempts are counted for it alone.
    const limit = attempts > 0 ? 1 : (poller.mapping.BatchSize ?? 100);
    const records = await readRecords(poller, stream, after, limit);
    hasMore = records.length >= limit;
    const wanted = wantedOf(records, stream.arn);
    const failed = wanted[await relay.during(firstFailure(wanted, stream.arn, poller))];
    const done = records[(failed ? records.indexOf(failed) : records.length) - 1];
    if (done) await advance(done);
    if (failed) await countFailure(failed);
  }, nextRead);

  /** Waits for a change, and reads no more often than the interval. A full batch is no reason to wait: the changes behind it were noticed before it. */
  async function nextRead(stopping: AbortSignal): Promise<void> {
    if (hasMore && attempts === 0) return;
    const { changes } = poller;
    const began = Date.now();
    if (changes && attempts === 0) await changes.next(idleIntervalMs, stopping);
    await pause(Math.max(1, pollIntervalMs - (Date.now() - began)), undefined, { signal: stopping });
  }
}

/** Leaves out the records that none of the filters lets through. */
function filterOf({
  FilterCriteria,
}: EventSourceMapping): (records: readonly StreamRecord[], streamArn: string) => readonly StreamRecord[] {
  if (!FilterCriteria) return (records) => records;
  const patterns = FilterCriteria.Filters.map(({ Pattern }) => eventPattern(typeof Pattern === 'string' ? JSON.parse(Pattern) : Pattern));
  const isWanted = (record: unknown) => patterns.some((matches) => matches(record));
  return (records, streamArn) => records.filter((record) => streamEvent([record], streamArn).Records.some(isWanted));
}

/** A position in another stream, that of a table which was made anew, means nothing here. */
async function storedPosition(file: string, { arn }: Stream): Promise<string | undefined> {
  const stored = await readFileIfPresent(file);
  const last = stored === undefined ? undefined : position.parse(JSON.parse(stored));
  return last?.streamArn === arn ? last.sequenceNumber : undefined;
}

interface Stream {
  readonly arn: string;
  readonly shardId: string;
}

/** The engine keeps a stream in one shard. */
async function streamOf({ client, tableName }: Poller): Promise<Stream> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = Streams[0]?.StreamArn ?? '';
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
  return { arn, shardId: StreamDescription?.Shards?.at(-1)?.ShardId ?? '' };
}

async function readRecords(
  { client }: Poller,
  { arn, shardId }: Stream,
  after: string | undefined,
  limit: number,
): Promise<StreamRecord[]> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: arn,
      ShardId: shardId,
      ...(after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
    }),
  );
  const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: Math.min(1000, limit) }));
  return Records;
}

/** The index of the first record that was not processed; the number of records if all were. */
async function firstFailure(records: readonly StreamRecord[], streamArn: string, { functions, mapping }: Poller): Promise<number> {
  if (records.length === 0) return 0;
  const numbers = records.map(sequenceNumberOf);
  try {
    const answer = await functions.invoke(mapping.FunctionName, streamEvent(records, streamArn));
    if (!mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return records.length;
    const failed = failedItems(answer, numbers);
    const indexes = (failed ?? numbers).map((number) => numbers.indexOf(number));
    return Math.min(records.length, ...indexes);
  } catch (error) {
    console.error(error);
    return 0;
  }
}
