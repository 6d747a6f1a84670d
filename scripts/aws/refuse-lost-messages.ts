import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, GetQueueUrlCommand, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { Refusal } from '#local/refusal.ts';

const resource = z.object({ Type: z.string(), Properties: z.looseObject({ QueueName: z.unknown() }).optional() });
const template = z.object({ Resources: z.record(z.string(), resource).default({}) });
const suffix = '.template.json';

interface Wish {
  readonly cloudFormation: CloudFormationClient;
  readonly sqs: SQSClient;
  /** Physical names begin with this. */
  readonly prefix: string;
  /** Folder of the cloud assembly that is to be deployed. */
  readonly assembly: string;
}

/** Refuses to deploy what would delete a queue that holds messages. */
export async function refuseLostMessages({ cloudFormation, sqs, prefix, assembly }: Wish): Promise<void> {
  const files = (await readdir(assembly)).filter((name) => name.startsWith(`${prefix}-`) && name.endsWith(suffix));
  const stacks = files.map((file) => file.slice(0, -suffix.length));
  const kept = await Promise.all(files.map(async (file) => queuesIn(await readFile(join(assembly, file), 'utf8'))));
  const present = await Promise.all(stacks.map(async (stack) => queuesIn(await deployedTemplate(cloudFormation, stack))));
  const leaving = present.flat().filter((name) => !kept.flat().includes(name));
  const held = await Promise.all(leaving.map(async (name) => ({ name, messages: await messagesIn(sqs, name) })));
  const lost = held.filter(({ messages }) => messages > 0).map(({ name, messages }) => `${name} (${messages})`);
  if (lost.length === 0) return;
  throw new Refusal(
    `This would delete queues that hold messages: ${lost.join(', ')}. Nothing was deployed. Process or delete the messages first: docs/upgrading.md#queues-that-go`,
  );
}

function queuesIn(text: string): string[] {
  const queues = Object.values(template.parse(JSON.parse(text)).Resources).filter(({ Type }) => Type === 'AWS::SQS::Queue');
  return queues.flatMap(({ Properties }) => (typeof Properties?.QueueName === 'string' ? Properties.QueueName : []));
}

/** A stack that does not exist has an empty template. */
async function deployedTemplate(cloudFormation: CloudFormationClient, StackName: string): Promise<string> {
  try {
    return (await cloudFormation.send(new GetTemplateCommand({ StackName }))).TemplateBody ?? '{}';
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return '{}';
    throw error;
  }
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
