import { appendFile } from 'node:fs/promises';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { StopSteps } from '#local/stop-steps.ts';
import type { Emulator } from './ministack.ts';
import { openQueue } from './open-queue.ts';
import { otherStacks } from './stack.ts';

/** Stack of a third party, to which docs/events.md invites: a rule of theirs on a bus, and a queue of theirs behind it. */
const template = ({ busName, source }: Follower) => ({
  Resources: {
    ...openQueue('events.amazonaws.com', { 'Fn::GetAtt': ['Rule', 'Arn'] }),
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: busName,
        EventPattern: { source },
        Targets: [{ Id: 'queue', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
      },
    },
  },
  Outputs: { QueueUrl: { Value: { Ref: 'Queue' } } },
});

interface Follower {
  readonly busName: string;
  /** The sources of the events to follow, as a pattern of EventBridge. */
  readonly source: readonly unknown[];
  readonly name: string;
  readonly file: string;
}

/** Makes the rule and its queue, and writes every event that arrives there as a line of a file. Returns how to remove both. */
export async function followEvents(emulator: Emulator, follower: Follower, cleanup: StopSteps): Promise<() => Promise<void>> {
  const { name, file } = follower;
  const [stacks, stackName] = [otherStacks(emulator), `third-party-${name}`];
  const { QueueUrl = '' } = await stacks.create(stackName, template(follower));
  await appendFile(file, '');
  const client = new SQSClient(emulator.client);
  const stopping = new AbortController();
  const following = follow(client, QueueUrl, file, stopping.signal);
  const stop = async () => {
    stopping.abort();
    await following;
    client.destroy();
  };
  cleanup.add(stop);
  return async () => {
    await stop();
    await stacks.remove(stackName);
  };
}

async function follow(client: SQSClient, queueUrl: string, file: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }),
        { abortSignal: signal },
      );
      if (Messages.length === 0) continue;
      await appendFile(file, Messages.map(({ Body = '' }) => `${Body}\n`).join(''));
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
