import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FetchRequested } from '../events/specification-work.ts';

/** Sends an order to fetch a text that arrives after so many whole seconds, 900 at most. Messages are grouped by their tenant, as deliveries are. */
export const sqsFetchQueue =
  (client: SQSClient, queueUrl: string) =>
  async (event: FetchRequested, seconds: number): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(event),
        DelaySeconds: seconds,
        MessageGroupId: event.detail.metadata.tenant,
      }),
    );
  };
