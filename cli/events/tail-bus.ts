import { DeleteRuleCommand, EventBridgeClient, PutRuleCommand, PutTargetsCommand, RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { CliError, messageOf } from '../cli-error.ts';
import { type EventBus, patternOf, queuePolicyOf, type Tap, tapOf } from './event-bus.ts';

interface Tailing {
  readonly tenant: string;
  /** Default: every type. */
  readonly types?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly note: (text: string) => void;
}

interface Clients {
  readonly events: EventBridgeClient;
  readonly queues: SQSClient;
}

/** Undoes one part of a tap. */
interface Removal {
  readonly part: string;
  readonly remove: () => Promise<unknown>;
}

const targetId = 'queue';
/** Seconds for which the queue keeps an event: a tail that was killed leaves no more than those of this time. */
const retentionSeconds = 300;
/** Seconds, the most that SQS waits for a message. */
const waitSeconds = 20;

/**
 * The events of a tenant on a bus, as they come, as texts. Makes a rule and a queue in the account of the bus, with the AWS credentials of the
 * surroundings, and removes both when the reader ends, fails or is interrupted. Throws a CliError.
 */
export async function* eventsOnBus(bus: EventBus, tailing: Tailing): AsyncGenerator<string> {
  const clients = { events: new EventBridgeClient({ region: bus.region }), queues: new SQSClient({ region: bus.region }) };
  const removals: Removal[] = [];
  try {
    const queueUrl = await attach(bus, tailing, { clients, removals });
    tailing.note(`Listening at ${bus.name}; the rule and the queue go when this ends.`);
    while (!tailing.signal.aborted) yield* await received(clients.queues, queueUrl, tailing.signal);
  } catch (cause) {
    throw tailing.signal.aborted || cause instanceof CliError ? cause : refusedByAws(cause);
  } finally {
    await detach(removals, tailing.note);
    clients.events.destroy();
    clients.queues.destroy();
  }
}

/** Notes how to remove each part before the next one is made. Returns the address of the queue. */
async function attach(
  bus: EventBus,
  { tenant, types }: Tailing,
  { clients: { events, queues }, removals }: { clients: Clients; removals: Removal[] },
): Promise<string> {
  const tap = tapOf(bus);
  const { name: Name, queueArn } = tap;
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: Name, Attributes: attributesOf(tap), tags }));
  removals.push({ part: `the queue ${Name}`, remove: () => queues.send(new DeleteQueueCommand({ QueueUrl })) });
  const EventBusName = bus.arn;
  await events.send(
    new PutRuleCommand({
      Name,
      EventBusName,
      EventPattern: patternOf(tenant, types),
      Description: 'Made by compass events tail, which removes it',
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  removals.push({ part: `the rule ${Name}`, remove: () => events.send(new DeleteRuleCommand({ Name, EventBusName })) });
  const { FailedEntries = [] } = await events.send(
    new PutTargetsCommand({ Rule: Name, EventBusName, Targets: [{ Id: targetId, Arn: queueArn }] }),
  );
  if (FailedEntries[0]) throw new CliError('failed', `EventBridge refused the queue: ${FailedEntries[0].ErrorMessage}`);
  removals.push({
    part: `the target of the rule ${Name}`,
    remove: () => events.send(new RemoveTargetsCommand({ Rule: Name, EventBusName, Ids: [targetId] })),
  });
  return QueueUrl;
}

const tags = { application: 'compass', purpose: 'events tail' };

const attributesOf = (tap: Tap): Record<string, string> => ({
  Policy: queuePolicyOf(tap),
  MessageRetentionPeriod: String(retentionSeconds),
  SqsManagedSseEnabled: 'true',
});

async function received(queues: SQSClient, QueueUrl: string, abortSignal: AbortSignal): Promise<string[]> {
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: waitSeconds }),
    { abortSignal },
  );
  if (Messages.length > 0) await queues.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entriesOf(Messages) }));
  return Messages.map(({ Body = '' }) => Body);
}

const entriesOf = (messages: readonly Message[]) => messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));

/** Removes what was made, the last part first, also if one of them cannot be removed. */
async function detach(removals: readonly Removal[], note: (text: string) => void): Promise<void> {
  for (const { part, remove } of removals.toReversed()) {
    try {
      await remove();
    } catch (error) {
      note(`${part} could not be removed, delete it yourself: ${messageOf(error)}`);
    }
  }
}

/** Names of the SDK's errors for credentials that are missing or have ended. */
const credentialErrors = /CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|TokenProviderError/;

function refusedByAws(cause: unknown): CliError {
  const name = cause instanceof Error ? cause.name : '';
  if (credentialErrors.test(name))
    return new CliError('sign-in', `AWS does not take your credentials: ${messageOf(cause)}`, {
      advice: 'Sign in there, such as by aws sso login, and name the profile by AWS_PROFILE.',
      cause,
    });
  return new CliError('failed', `AWS refused it: ${messageOf(cause)}`, {
    advice: 'docs/cli.md names the rights that events tail needs in the account of the bus.',
    cause,
  });
}
