import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { AppError } from '#shared/core/errors.ts';
import { changeOf } from '#shared/table/changes/change-of-record.ts';
import type { RelayOutcome, StreamedChange } from '#shared/table/changes/relay-changes.ts';

/** The edge of a function behind the table's stream: one log line per batch, and the batch resumed at the first change that failed. */
export const streamHandler = (log: Logger, relay: (changes: readonly StreamedChange[]) => Promise<RelayOutcome>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
    const { published, events, failed } = await relay(Records.map(streamedChange));
    if (!failed) {
      log.info('changes relayed', { changes: Records.length, published, events });
      return { batchItemFailures: [] };
    }
    const fields = { changes: Records.length, published, events, from: failed.sequenceNumber };
    log.error('changes not relayed', { ...fields, error: failed.cause as Error });
    return { batchItemFailures: [{ itemIdentifier: failed.sequenceNumber }] };
  });

function streamedChange(record: DynamoDBRecord): StreamedChange {
  const sequenceNumber = record.dynamodb?.SequenceNumber;
  // Lambda cannot resume at a record without a number; failing the whole batch is the only way not to lose it.
  if (!sequenceNumber) throw new AppError('InternalError', 'a stream record without a sequence number');
  return { sequenceNumber, read: () => changeOf(record) };
}
