import { setTimeout as pause } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { failedItems } from '../batch-failures.ts';
import type { MessagingEngine } from '../engines/fauxqs.ts';
import type { FunctionHost } from '../functions/function-host.ts';
import { type Repeated, repeat } from '../repeated.ts';
import { endOrPause, type RightOfWay } from '../right-of-way.ts';
import type { EventSourceMapping, LocalQueue } from '../template/local-system.ts';
import { sqsEvent } from './sqs-event.ts';

/** Maximum number of concurrent batches of one queue where the template sets none. */
const usualConcurrency = 4;

/** Batches that begin at once, and milliseconds after which one only waits: Lambda has a core for each, this machine has few for all of them. */
const maxBeginning = 8;
const beginningMs = 250;

/** One receive call takes ten messages. */
const maxMessages = 10;

interface Poller {
  readonly client: SQSClient;
  readonly engine: Pick<MessagingEngine, 'arrival'>;
  readonly queue: LocalQueue;
  readonly mapping: EventSourceMapping;
  readonly functions: FunctionHost;
  /** Work that messages come from. While it is under way, none is received, for a moment at most. */
  readonly relay?: Pick<RightOfWay, 'clear'>;
  /** Seconds for which a received message is hidden; the queue's own setting without it. */
  readonly hiddenFor?: number;
}

/** Passes a queue's messages to its function, like an event source mapping: failed ones stay and are received again. */
export function pollQueue(poller: Poller): Repeated {
  const { mapping, engine, queue, relay } = poller;
  const concurrency = mapping.ScalingConfig?.MaximumConcurrency ?? usualConcurrency;
  const batchSize = Math.min(maxMessages, mapping.BatchSize ?? maxMessages);
  const working = new Set<Promise<void>>();
  const beginning = new Set<Promise<void>>();

  const begin = (batch: readonly Message[]): void => {
    const work = workOff(batch, poller)
      .catch((error) => console.error(error))
      .finally(() => working.delete(work));
    working.add(work);
    const begun = endOrPause(work, beginningMs).finally(() => beginning.delete(begun));
    beginning.add(begun);
  };
  const arrival = async (stopping: AbortSignal): Promise<void> => {
    // What cannot be received stays, and is not asked for without a pause.
    await pause(1);
    await engine.arrival(queue.name, stopping);
  };
  const receiving = repeat(async () => {
    const free = Math.min(concurrency - working.size, maxBeginning - beginning.size);
    if (free <= 0) {
      await Promise.race(working.size >= concurrency ? working : beginning);
      return;
    }
    await relay?.clear(beginningMs);
    const messages = await received(poller, Math.min(maxMessages, free * batchSize));
    for (let start = 0; start < messages.length; start += batchSize) begin(messages.slice(start, start + batchSize));
  }, arrival);

  return {
    stop: async () => {
      await receiving.stop();
      await Promise.all(working);
    },
  };
}

async function received({ client, queue, hiddenFor }: Poller, MaxNumberOfMessages: number): Promise<Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      WaitTimeSeconds: 0,
      VisibilityTimeout: hiddenFor,
    }),
  );
  return Messages;
}

async function workOff(batch: readonly Message[], { client, queue, mapping, functions }: Poller): Promise<void> {
  const failed = await failedOf(batch, { queue, mapping, functions });
  const done = batch.filter(({ MessageId = '' }) => !failed.includes(MessageId));
  if (done.length === 0) return;
  const entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries: entries }));
}

async function failedOf(
  messages: readonly Message[],
  { queue, mapping, functions }: Omit<Poller, 'client' | 'engine'>,
): Promise<readonly string[]> {
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
