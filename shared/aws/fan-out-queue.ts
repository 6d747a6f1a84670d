import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FanOutQueue } from '../webhooks/fan-out-message.ts';

export const sqsFanOutQueue = (client: SQSClient, queueUrl: string): FanOutQueue => ({
  continue: async (message) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
  },
});
