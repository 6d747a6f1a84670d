import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';
import { completeContext, deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';

const outdir = mkdtempSync(join(tmpdir(), 'compass-order-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const deployment = deploymentUnderTest();
const { ofType } = deployment;

const app = deploymentApp({ outdir, context: withoutBundling(completeContext), analyticsReporting: false });
app.synth();
const stacks = new Map(app.node.children.filter(Stack.isStack).map((stack) => [stack.stackName, stack]));

/** Stacks that are complete before this one begins. */
function stacksBefore(name: string): Set<string> {
  const direct = stacks.get(name)?.dependencies.map(({ stackName }) => stackName) ?? [];
  return new Set([...direct, ...direct.flatMap((one) => [...stacksBefore(one)])]);
}

const functions = ofType('AWS::Lambda::Function').map(({ id, stack, properties, template }) => {
  const rights = Object.entries(rightsOf(deployment, properties.FunctionName));
  const may = (action: RegExp) => rights.filter(([, actions]) => actions.some((one) => action.test(one))).map(([resource]) => resource);
  const waitsFor = (other: string) => (template.DependsOn ?? []).some((one) => one.startsWith(other));
  return { id, stack, name: String(properties.FunctionName).replace('compass-test-', ''), may, waitsFor };
});

const consumersOf = (queue: string) =>
  ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.EventSourceArn === `${queue}.Arn`)
    .flatMap(({ properties }) => functions.filter(({ id }) => id === properties.FunctionName));

const apiStacks = ['compass-test-api', 'compass-test-provisioning'];
const relay = functions.find(({ name }) => name === 'event-relay');

/** The ways of messages from one function to another. */
const messages = functions.flatMap((sender) =>
  sender
    .may(/^sqs:SendMessage$/)
    .flatMap((queue) => consumersOf(queue.replace(/\.Arn$/, '')))
    .filter(({ id }) => id !== sender.id)
    .map((consumer) => ({ sender, consumer })),
);
/** Ways between two functions: one that sends to itself is updated at once. */
const ways = messages.filter(({ sender, consumer }) => sender !== consumer);

describe('a deployment of a later release', () => {
  it('knows two ways of messages beside the bus', () => {
    expect(ways.map(({ sender, consumer }) => `${sender.name} to ${consumer.name}`).sort()).toEqual([
      'delivery-scheduler to webhook-dispatcher',
      'notification-fanout to webhook-dispatcher',
    ]);
  });

  it.each(ways.map(({ sender, consumer }) => [consumer.name, sender.name, { sender, consumer }] as const))(
    'updates %s before %s, which sends it messages',
    (_consumer, _sender, { sender, consumer }) => {
      expect(stacksBefore(sender.stack).has(consumer.stack) || sender.waitsFor(consumer.id)).toBe(true);
    },
  );

  it.each(
    functions
      .filter(({ stack, may }) => stack !== relay?.stack && may(/^dynamodb:(Put|Update|Delete|BatchWrite)Item$/).length > 0)
      .map((one) => [one.name, one] as const),
  )('updates the relay, which reads every change of the table, before %s, which writes there', (_name, writer) => {
    expect([...stacksBefore(writer.stack)]).toContain(relay?.stack);
  });

  const subscribers = ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.EventPattern && properties.EventBusName)
    .flatMap(({ properties }) => (properties.Targets as { Arn: string }[]).flatMap(({ Arn }) => consumersOf(Arn.replace(/\.Arn$/, ''))));

  it('has subscribers of events in three stacks', () => {
    expect(subscribers.map(({ name }) => name).sort()).toEqual([
      'client-remover',
      'crl-publisher',
      'notification-fanout',
      'spec-cleaner',
      'spec-fetcher',
    ]);
  });

  it.each(subscribers.map((one) => [one.name, one] as const))(
    'has %s listen to the bus before the APIs are updated, whose calls lead to new events',
    (_name, { stack }) => {
      for (const api of apiStacks) expect([...stacksBefore(api)]).toContain(stack);
    },
  );

  it('updates scheduled work before the APIs, which make it', () => {
    for (const api of apiStacks) expect([...stacksBefore(api)]).toContain('compass-test-upkeep');
  });

  it('updates the steps of a workflow before the Provisioner, which starts it', () => {
    const provisioner = functions.find(({ name }) => name === 'provisioner');
    const started = provisioner?.may(/^states:StartExecution$/) ?? [];
    expect(started).toHaveLength(4);
    const { Resources = {} } = deployment.templates['compass-test-provisioning'] ?? {};
    // CloudFormation updates a resource after those that it refers to.
    const [, code] = Object.entries(Resources).find(([id]) => id.startsWith('ProvisionerFunction')) ?? [];
    for (const machine of started) {
      expect(JSON.stringify(code?.Properties)).toContain(`"Ref":"${machine}`);
      const [, definition] =
        Object.entries(Resources).find(([id, { Type }]) => Type === 'AWS::StepFunctions::StateMachine' && id.startsWith(machine)) ?? [];
      expect(JSON.stringify(definition?.Properties)).toMatch(/"Fn::GetAtt":\["Tasks\w+","Arn"\]/);
    }
  });
});
