import { DeleteRuleCommand, EventBridgeClient, PutRuleCommand, PutTargetsCommand, RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, DeleteMessageBatchCommand, DeleteQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventBusOf } from '#cli/events/event-bus.ts';
import { eventsOnBus } from '#cli/events/tail-bus.ts';

const bus = eventBusOf('arn:aws:events:eu-central-1:111122223333:event-bus/compass-dev-events');
const events = mockClient(EventBridgeClient);
const queues = mockClient(SQSClient);
let calls: string[];
let stopped: AbortController;
let notes: string[];

const noted =
  <Answer>(name: string, answer: Answer) =>
  async (): Promise<Answer> => {
    calls.push(name);
    return answer;
  };

beforeEach(() => {
  calls = [];
  notes = [];
  stopped = new AbortController();
  events.reset();
  queues.reset();
  queues.on(CreateQueueCommand).callsFake(noted('create queue', { QueueUrl: 'https://queue' }));
  events.on(PutRuleCommand).callsFake(noted('put rule', {}));
  events.on(PutTargetsCommand).callsFake(noted('put target', {}));
  events.on(RemoveTargetsCommand).callsFake(noted('remove target', {}));
  events.on(DeleteRuleCommand).callsFake(noted('delete rule', {}));
  queues.on(DeleteQueueCommand).callsFake(noted('delete queue', {}));
  queues.on(DeleteMessageBatchCommand).resolves({});
});

const named = (name: string) => Object.assign(new Error(`${name} of AWS`), { name });

const messages = (...bodies: string[]) => ({ Messages: bodies.map((Body) => ({ Body, ReceiptHandle: `handle of ${Body}` })) });

/** Answers of the queue in their order; then it waits until the tail is stopped, as SQS does. */
function receiving(...answers: object[]): void {
  queues.on(ReceiveMessageCommand).callsFake(async () => {
    const answer = answers.shift();
    if (answer) return answer;
    stopped.abort();
    throw named('AbortError');
  });
}

async function tail(types?: readonly string[]): Promise<{ printed: string[]; error: unknown }> {
  const printed: string[] = [];
  try {
    const tailing = { tenant: 't1', types, signal: stopped.signal, note: (text: string) => notes.push(text) };
    for await (const text of eventsOnBus(bus, tailing)) printed.push(text);
    return { printed, error: undefined };
  } catch (error) {
    return { printed, error };
  }
}

const made = ['create queue', 'put rule', 'put target'];
const removed = ['remove target', 'delete rule', 'delete queue'];

describe('a tail of a bus', () => {
  it('makes a queue, a rule and a target, hands on what comes, and removes them when it is interrupted', async () => {
    receiving(messages('one', 'two'), {}, messages('three'));
    expect((await tail()).printed).toEqual(['one', 'two', 'three']);
    expect(calls).toEqual([...made, ...removed]);
    expect(queues.commandCalls(DeleteMessageBatchCommand).map(({ args: [{ input }] }) => input.Entries?.length)).toEqual([2, 1]);
  });

  it('has events of its tenant and of the wanted types leave the bus, and no others', async () => {
    receiving();
    await tail(['RuntimeConnected']);
    const [rule] = events.commandCalls(PutRuleCommand).map(({ args: [{ input }] }) => input);
    expect(rule).toMatchObject({ EventBusName: bus.arn, Name: expect.stringMatching(/^compass-tail-[0-9a-f]{12}$/) });
    expect(JSON.parse(rule?.EventPattern ?? '')).toEqual({
      source: [{ prefix: 'compass.' }],
      detail: { metadata: { tenant: ['t1'] } },
      'detail-type': ['RuntimeConnected'],
    });
  });

  it('lets that rule alone send to the queue, which keeps events for five minutes', async () => {
    receiving();
    await tail();
    const [queue] = queues.commandCalls(CreateQueueCommand).map(({ args: [{ input }] }) => input);
    const name = queue?.QueueName;
    expect(queue?.Attributes).toMatchObject({ MessageRetentionPeriod: '300', SqsManagedSseEnabled: 'true' });
    expect(JSON.parse(queue?.Attributes?.Policy ?? '').Statement[0]).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: `arn:aws:sqs:eu-central-1:111122223333:${name}`,
      Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:events:eu-central-1:111122223333:rule/compass-dev-events/${name}` } },
    });
  });

  it('removes what was made when a later part is refused, and says what AWS says', async () => {
    events.on(PutRuleCommand).rejects(named('AccessDeniedException'));
    expect((await tail()).error).toMatchObject({ kind: 'failed', message: 'AWS refused it: AccessDeniedException of AWS' });
    expect(calls).toEqual(['create queue', 'delete queue']);
  });

  it('removes what was made when EventBridge takes the target not', async () => {
    events.on(PutTargetsCommand).resolves({ FailedEntryCount: 1, FailedEntries: [{ ErrorMessage: 'no such queue' }] });
    expect((await tail()).error).toMatchObject({ message: 'EventBridge refused the queue: no such queue' });
    expect(calls).toEqual(['create queue', 'put rule', 'delete rule', 'delete queue']);
  });

  it('removes everything when the reader fails', async () => {
    receiving(messages('one'));
    const tailing = { tenant: 't1', signal: stopped.signal, note: () => undefined };
    const reading = async () => {
      for await (const text of eventsOnBus(bus, tailing)) throw new Error(`cannot print ${text}`);
    };
    await expect(reading()).rejects.toThrow('cannot print one');
    expect(calls).toEqual([...made, ...removed]);
  });

  it('goes on removing when a part cannot be removed, and names that part', async () => {
    receiving();
    events.on(DeleteRuleCommand).rejects(named('InternalException'));
    await tail();
    expect(calls).toEqual([...made, 'remove target', 'delete queue']);
    expect(notes.at(-1)).toMatch(/^the rule compass-tail-\w+ could not be removed, delete it yourself: InternalException of AWS$/);
  });

  it('asks to sign in where AWS takes no credentials', async () => {
    queues.on(CreateQueueCommand).rejects(named('CredentialsProviderError'));
    expect((await tail()).error).toMatchObject({ kind: 'sign-in' });
    expect(calls).toEqual([]);
  });
});

describe('the ARN of a bus', () => {
  it('has its Region, account and name, in any partition', () => {
    expect(eventBusOf('arn:aws-cn:events:cn-north-1:111122223333:event-bus/a-events')).toMatchObject({
      partition: 'aws-cn',
      region: 'cn-north-1',
      account: '111122223333',
      name: 'a-events',
    });
  });

  it.each(['', 'default', 'arn:aws:events:eu-central-1:1:event-bus/a', 'arn:aws:sqs:eu-central-1:111122223333:a'])('is not %j', (text) =>
    expect(() => eventBusOf(text)).toThrow('is no ARN of an event bus'),
  );
});
