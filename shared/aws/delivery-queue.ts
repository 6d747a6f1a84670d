import {
  SendMessageBatchCommand,
  type SendMessageBatchCommandInput,
  type SendMessageBatchCommandOutput,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { AppError } from '../core/errors.ts';
import type { DeliveryQueue } from '../webhooks/delivery-queue.ts';
import { directly } from './direct-call.ts';
import { inBatches } from './in-batches.ts';
import { sqsPostponeMessage } from './postpone-message.ts';
import { untilAccepted } from './until-accepted.ts';

/** Ten messages and 256 KB a call. */
const limits = { count: 10, bytes: 250 * 1024 };

interface Message {
  readonly MessageBody: string;
  /** The tenant: the queue hands out messages of quiet groups first (fair queues). It keeps no order. */
  readonly MessageGroupId: string;
}

const directBatch = (input: SendMessageBatchCommandInput): SendMessageBatchCommand =>
  directly(new SendMessageBatchCommand(input), {
    service: 'sqs',
    target: 'AmazonSQS.SendMessageBatch',
    input: () => input,
    output: (answer) => answer as SendMessageBatchCommandOutput,
  });

export function sqsDeliveryQueue(client: SQSClient, queueUrl: string, firstDelay?: number): DeliveryQueue {
  const send = async (messages: readonly Message[]): Promise<Message[]> => {
    const Entries = messages.map((message, index) => ({ Id: String(index), ...message }));
    const { Failed = [] } = await client.send(directBatch({ QueueUrl: queueUrl, Entries }));
    return Failed.flatMap(({ Id }) => messages[Number(Id)] ?? []);
  };

  return {
    send: async (deliveries) => {
      const messages = deliveries.map((delivery) => ({ MessageBody: JSON.stringify(delivery), MessageGroupId: delivery.tenant }));
      const refusals = await Promise.all(
        inBatches(messages, limits, ({ MessageBody }) => Buffer.byteLength(MessageBody)).map((batch) =>
          untilAccepted(batch, send, firstDelay),
        ),
      );
      const refusal = refusals.find((one) => one !== undefined);
      if (refusal) throw new AppError('InternalError', 'not every delivery could be queued', { cause: refusal.cause });
    },

    postpone: sqsPostponeMessage(client, queueUrl),
  };
}
