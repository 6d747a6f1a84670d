import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { startFauxqs } from 'fauxqs';

export interface Queues {
  readonly endpoint: string;
  readonly client: SQSClient;
  /** Creates a queue, with a dead-letter queue where a message may be received so often only. */
  create(name: string, maxReceiveCount?: number): Promise<TestQueue>;
  stop(): Promise<void>;
}

export interface TestQueue {
  readonly url: string;
  readonly deadLetters?: TestQueue;
  send(body: string): Promise<void>;
  /** Number of messages: visible, delayed and in flight. */
  size(): Promise<number>;
  /** The bodies of up to ten messages, which are deleted. */
  take(): Promise<string[]>;
  /** Does what Lambda does once: receives up to ten messages, waiting for one, hands them over, and deletes those that did not fail. */
  feed(consumer: (event: SQSEvent) => Promise<SQSBatchResponse>): Promise<SQSBatchResponse>;
}

/** Starts the SQS engine in memory. */
export async function startQueues(): Promise<Queues> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new SQSClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  });
  return {
    endpoint,
    client,
    create: (name, maxReceiveCount) => createQueue(client, name, maxReceiveCount),
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}

async function createQueue(client: SQSClient, name: string, maxReceiveCount?: number): Promise<TestQueue> {
  const deadLetters = maxReceiveCount === undefined ? undefined : await createQueue(client, `${name}-dead-letters`);
  const redrive = deadLetters && { deadLetterTargetArn: await arnOf(client, deadLetters.url), maxReceiveCount };
  const Attributes = { VisibilityTimeout: '30', ...(redrive && { RedrivePolicy: JSON.stringify(redrive) }) };
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  // The engine puts the Region in front of its address, which makes no valid host name.
  const url = QueueUrl.replace('//sqs.eu-central-1.', '//');

  const receive = async (WaitTimeSeconds: number): Promise<Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds, MessageSystemAttributeNames: ['All'] }),
    );
    return Messages;
  };
  const remove = async ({ ReceiptHandle }: Message): Promise<void> => {
    await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
  };

  return {
    url,
    deadLetters,
    send: async (MessageBody) => {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    },
    size: async () => {
      const { Attributes: counts = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }));
      return Object.entries(counts)
        .filter(([key]) => key.startsWith('ApproximateNumberOfMessages'))
        .reduce((sum, [, count]) => sum + Number(count), 0);
    },
    take: async () => {
      const messages = await receive(0);
      await Promise.all(messages.map(remove));
      return messages.map(({ Body = '' }) => Body);
    },
    feed: async (consumer) => {
      const messages = await receive(5);
      const arn = await arnOf(client, url);
      const response = await consumer({ Records: messages.map((message) => recordOf(message, arn)) });
      const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      await Promise.all(messages.filter(({ MessageId }) => !failed.has(MessageId ?? '')).map(remove));
      return response;
    },
  };
}

async function arnOf(client: SQSClient, url: string): Promise<string> {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  return Attributes?.QueueArn ?? '';
}

const recordOf = ({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }: Message, eventSourceARN: string): SQSRecord => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: Attributes as unknown as SQSRecord['attributes'],
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN,
  awsRegion: 'eu-central-1',
});
