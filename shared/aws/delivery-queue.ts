import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '../core/errors.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { DeliveryQueue } from '../webhooks/delivery-queue.ts';
import { inBatches } from './in-batches.ts';
import { sqsPostponeMessage } from './postpone-message.ts';
import { untilAccepted } from './until-accepted.ts';

/** Ten messages and 256 KB a call. */
const limits = { count: 10, bytes: 250 * 1024 };

export function sqsDeliveryQueue(client: SQSClient, queueUrl: string, firstDelay?: number): DeliveryQueue {
  const send = async (bodies: readonly string[]): Promise<string[]> => {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    return Failed.flatMap(({ Id }) => bodies[Number(Id)] ?? []);
  };

  return {
    send: async (deliveries) => {
      const bodies = deliveries.map((delivery: Delivery) => JSON.stringify(delivery));
      const refusals = await Promise.all(
        inBatches(bodies, limits, Buffer.byteLength).map((batch) => untilAccepted(batch, send, firstDelay)),
      );
      const refusal = refusals.find((one) => one !== undefined);
      if (refusal) throw new AppError('InternalError', 'not every delivery could be queued', { cause: refusal.cause });
    },

    postpone: sqsPostponeMessage(client, queueUrl),
  };
}
