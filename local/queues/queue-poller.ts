import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { failedItems } from '../batch-failures.ts';
import type { FunctionHost } from '../functions/function-host.ts';
import { type Repeated, repeat } from '../repeated.ts';
import type { EventSourceMapping, LocalQueue } from '../template/local-system.ts';
import { sqsEvent } from './sqs-event.ts';

/** Maximum number of concurrent batches of one queue; the template may lower it. */
const concurrentBatches = 4;

interface Poller {
  readonly client: SQSClient;
  readonly queue: LocalQueue;
  readonly mapping: EventSourceMapping;
  readonly functions: FunctionHost;
  /** Seconds for which a received message is hidden; the queue's own setting without it. */
  readonly hiddenFor?: number;
}

/** Brings a queue's messages to its function, like an event source mapping: what failed stays and comes again. */
export function pollQueue(poller: Poller): Repeated {
  const workers = Math.min(concurrentBatches, poller.mapping.ScalingConfig?.MaximumConcurrency ?? concurrentBatches);
  const running = Array.from({ length: workers }, () => repeat(() => workOff(poller), 1));
  return {
    stop: async () => {
      await Promise.all(running.map((worker) => worker.stop()));
    },
  };
}

async function workOff({ client, queue, mapping, functions, hiddenFor }: Poller): Promise<void> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: Math.min(10, mapping.BatchSize ?? 10),
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      // Short, since stopping waits for it; a message that arrives ends the wait at once.
      WaitTimeSeconds: 1,
      VisibilityTimeout: hiddenFor,
    }),
  );
  if (Messages.length === 0) return;
  const failed = await failedOf(Messages, { queue, mapping, functions });
  const done = Messages.filter(({ MessageId = '' }) => !failed.includes(MessageId));
  if (done.length === 0) return;
  const entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries: entries }));
}

async function failedOf(messages: readonly Message[], { queue, mapping, functions }: Omit<Poller, 'client'>): Promise<readonly string[]> {
  const all = messages.map(({ MessageId = '' }) => MessageId);
  try {
    const answer = await functions.invoke(mapping.FunctionName, sqsEvent(messages, queue.arn));
    const partial = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
    return partial ? (failedItems(answer, all) ?? all) : [];
  } catch (error) {
    console.error(error);
    return all;
  }
}
