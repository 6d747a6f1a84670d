import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, GetQueueUrlCommand, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { Refusal } from '#local/refusal.ts';
import { ifStackExists } from './stack-status.ts';

const resource = z.object({ Type: z.string(), Properties: z.looseObject({ QueueName: z.unknown().optional() }).optional() });
const template = z.object({ Resources: z.record(z.string(), resource).default({}) });
type Template = z.infer<typeof template>;
const suffix = '.template.json';

interface Wish {
  readonly cloudFormation: CloudFormationClient;
  readonly sqs: SQSClient;
  /** Physical names begin with this. */
  readonly prefix: string;
  /** Folder of the cloud assembly that is to be deployed. */
  readonly assembly: string;
  /** Words for what may be dropped. */
  readonly allowed: readonly string[];
}

/** The word that allows the keys of messages to go. */
export const messageKeyWord = 'message-key';

/** Refuses to deploy what would delete a queue that holds messages, or a key that messages may be encrypted with. */
export async function refuseLostMessages(wish: Wish): Promise<void> {
  const { cloudFormation, prefix, assembly } = wish;
  const files = (await readdir(assembly)).filter((name) => name.startsWith(`${prefix}-`) && name.endsWith(suffix));
  const stacks = files.map((file) => file.slice(0, -suffix.length));
  const after = await Promise.all(files.map(async (file) => template.parse(JSON.parse(await readFile(join(assembly, file), 'utf8')))));
  const before = await Promise.all(stacks.map(async (stack) => template.parse(JSON.parse(await deployedTemplate(cloudFormation, stack)))));
  if (!wish.allowed.includes(messageKeyWord)) {
    const keys = stacks.flatMap((stack, at) => goneKeys(before[at], after[at]).map((key) => `${key} of ${stack}`));
    if (keys.length > 0) throw new Refusal(refusalOfKeys(keys));
  }
  const kept = after.flatMap(queuesIn);
  await refuseQueues(
    wish.sqs,
    before.flatMap(queuesIn).filter((name) => !kept.includes(name)),
  );
}

/** Logical ids of keys of messages that the later template does not have. */
const goneKeys = (before: Template | undefined, after: Template | undefined): string[] =>
  Object.entries(before?.Resources ?? {}).flatMap(([id, { Type }]) =>
    Type === 'AWS::KMS::Key' && id.startsWith('MessageKey') && !after?.Resources[id] ? [id] : [],
  );

const refusalOfKeys = (keys: readonly string[]): string =>
  `This would delete keys that messages in queues may be encrypted with: ${keys.join(', ')}. Nothing was deployed. Keep them by "formerMessageKeys": true, for 14 days. ` +
  `When no such message is left: --allow-removal ${messageKeyWord}. See docs/upgrading.md#keys-of-messages`;

async function refuseQueues(sqs: SQSClient, leaving: readonly string[]): Promise<void> {
  const held = await Promise.all(leaving.map(async (name) => ({ name, messages: await messagesIn(sqs, name) })));
  const lost = held.filter(({ messages }) => messages > 0).map(({ name, messages }) => `${name} (${messages})`);
  if (lost.length === 0) return;
  throw new Refusal(
    `This would delete queues that hold messages: ${lost.join(', ')}. Nothing was deployed. Process or delete the messages first: docs/upgrading.md#queues-that-go`,
  );
}

function queuesIn({ Resources }: Template): string[] {
  const queues = Object.values(Resources).filter(({ Type }) => Type === 'AWS::SQS::Queue');
  return queues.flatMap(({ Properties }) => (typeof Properties?.QueueName === 'string' ? Properties.QueueName : []));
}

/** A stack that does not exist has an empty template. */
async function deployedTemplate(cloudFormation: CloudFormationClient, StackName: string): Promise<string> {
  const answer = await ifStackExists(cloudFormation.send(new GetTemplateCommand({ StackName })));
  return answer?.TemplateBody ?? '{}';
}

/** Counts messages that wait, are postponed, or are in progress. */
async function messagesIn(sqs: SQSClient, QueueName: string): Promise<number> {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesDelayed', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return 0;
    throw error;
  }
}
