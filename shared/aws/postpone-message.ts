import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Twelve hours, counted from the reception. */
const maxVisibilitySeconds = 43_200;

/** Makes a received message visible again after so many whole seconds, at least 1. */
export type PostponeMessage = (receiptHandle: string, seconds: number) => Promise<void>;

export const sqsPostponeMessage =
  (client: SQSClient, queueUrl: string): PostponeMessage =>
  async (receiptHandle, seconds) => {
    const VisibilityTimeout = Math.min(Math.max(Math.ceil(seconds), 1), maxVisibilitySeconds);
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }));
  };
