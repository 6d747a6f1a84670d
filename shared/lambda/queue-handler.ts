import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { postponeInQueue } from '#shared/aws/postpone-message.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import type { Reception } from '#shared/core/reception.ts';

/** The outcome of a message. `retry` leaves it in the queue; everything else is for the log. */
interface MessageOutcome {
  readonly outcome: string;
  readonly retry?: boolean;
  readonly [field: string]: unknown;
}

type Process<T> = (message: T, reception: Reception) => Promise<MessageOutcome>;

/**
 * Seconds until a message comes again that failed by an error, by its receptions. After these it waits for the visibility timeout of its
 * queue, six times the function's timeout: what lasts shall not use up the receptions within minutes.
 */
const pausesAfterErrors = [5, 30, 120];

/**
 * The edge of a function behind a queue: messages are processed concurrently, each with its own log line, and only failed ones are received again. If
 * `process` returns `retry`, it has postponed the message itself; after an error the message is received again after `pauses`.
 */
export const queueHandler = <S extends z.ZodType>(
  log: Logger,
  schema: S,
  process: Process<z.output<S>>,
  pauses: readonly number[] = pausesAfterErrors,
) => {
  const sqs = sqsClient();

  const postpone = async ({ eventSourceARN, receiptHandle }: SQSRecord, count: number): Promise<number | undefined> => {
    const retryIn = pauses[count - 1];
    if (retryIn !== undefined) await postponeInQueue(sqs, eventSourceARN, receiptHandle, retryIn);
    return retryIn;
  };

  const processRecord = async (record: SQSRecord): Promise<boolean> => {
    const count = Number(record.attributes.ApproximateReceiveCount);
    const fields = { messageId: record.messageId, receiveCount: count };
    try {
      const message = schema.parse(JSON.parse(record.body));
      const { retry = false, ...outcome } = await process(message, { receiptHandle: record.receiptHandle, count });
      log[retry ? 'warn' : 'info']('message processed', { ...fields, ...outcome });
      return !retry;
    } catch (error) {
      // If the queue does not answer, the message is received again after its visibility timeout.
      const retryIn = await postpone(record, count).catch(() => undefined);
      log.error('message failed', { ...fields, retryIn, error: error as Error });
      return false;
    }
  };

  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const processed = await Promise.all(Records.map(processRecord));
    return { batchItemFailures: Records.filter((_, index) => !processed[index]).map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
};
