import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Reception } from '#shared/core/reception.ts';

/** The outcome of a message. `retry` leaves it in the queue; everything else is for the log. */
interface MessageOutcome {
  readonly outcome: string;
  readonly retry?: boolean;
  readonly [field: string]: unknown;
}

type Process<T> = (message: T, reception: Reception) => Promise<MessageOutcome>;

/** The edge of a function behind a queue: messages are processed side by side, each with its own log line, and only those that failed come again. */
export const queueHandler = <S extends z.ZodType>(log: Logger, schema: S, process: Process<z.output<S>>) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const processed = await Promise.all(Records.map((record) => processRecord(log, schema, process, record)));
    return { batchItemFailures: Records.filter((_, index) => !processed[index]).map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });

async function processRecord<S extends z.ZodType>(
  log: Logger,
  schema: S,
  process: Process<z.output<S>>,
  record: SQSRecord,
): Promise<boolean> {
  const count = Number(record.attributes.ApproximateReceiveCount);
  const fields = { messageId: record.messageId, receiveCount: count };
  try {
    const message = schema.parse(JSON.parse(record.body));
    const { retry = false, ...outcome } = await process(message, { receiptHandle: record.receiptHandle, count });
    log[retry ? 'warn' : 'info']('message processed', { ...fields, ...outcome });
    return !retry;
  } catch (error) {
    log.error('message failed', { ...fields, error: error as Error });
    return false;
  }
}
