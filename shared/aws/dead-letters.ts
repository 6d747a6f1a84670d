import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetter } from '../webhooks/replay-dead-letters.ts';

/** Seconds for which others do not receive what was received: more than a batch takes. */
const hiddenFor = 120;

/** Receives up to ten messages of a queue of dead letters. Asks all servers of the queue, so that none means that there is none. */
export const receiveDeadLetters = (client: SQSClient, queueUrl: string) => async (): Promise<DeadLetter[]> => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1, VisibilityTimeout: hiddenFor }),
  );
  return Messages.map(({ Body = '', ReceiptHandle }) => ({
    body: Body,
    delete: async () => {
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    },
  }));
};
