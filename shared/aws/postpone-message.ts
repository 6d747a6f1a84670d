import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';

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

/** The same for a queue that is known by its ARN only, as in the event of a function. Each call asks for the queue's URL first. */
export async function postponeInQueue(client: SQSClient, queueArn: string, receiptHandle: string, seconds: number): Promise<void> {
  const [, , , , QueueOwnerAWSAccountId, QueueName = ''] = queueArn.split(':');
  const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName, QueueOwnerAWSAccountId }));
  await sqsPostponeMessage(client, QueueUrl)(receiptHandle, seconds);
}
