import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ringRule, rulesOf } from '../../../scripts/aws/drill/rules.ts';

const eventBridge = mockClient(EventBridgeClient);
const client = new EventBridgeClient();
const topic = 'arn:aws:sns:eu-central-1:111122223333:compass-dev-alarms';

const pattern = JSON.stringify({
  source: ['aws.states', 'compass.drill'],
  'detail-type': ['Step Functions Execution Status Change'],
  detail: { status: ['FAILED', 'ABORTED'], nested: { arn: ['a', 'b'] } },
});

function theRuleIs({
  State = 'ENABLED',
  text = 'It ended as <status>. See docs/runbook.md#workflow-failures',
}: {
  State?: 'ENABLED' | 'DISABLED';
  text?: string;
} = {}) {
  eventBridge.on(ListRuleNamesByTargetCommand, { TargetArn: topic }).resolves({ RuleNames: ['failures'] });
  eventBridge.on(DescribeRuleCommand, { Name: 'failures' }).resolves({ EventPattern: pattern, State });
  const InputTransformer = { InputPathsMap: { status: '$.detail.status' }, InputTemplate: JSON.stringify(text) };
  eventBridge.on(ListTargetsByRuleCommand, { Rule: 'failures' }).resolves({ Targets: [{ Id: 'Target0', Arn: topic, InputTransformer }] });
}

async function drill() {
  const lines = await Promise.all((await rulesOf(client, topic)).map((rule) => ringRule(client, rule, new Set(['workflow-failures']))));
  return lines.map(({ verdict, rule: { name }, what }) => `${verdict} ${name}: ${what}`);
}

const events = () => eventBridge.commandCalls(PutEventsCommand).flatMap(({ args: [{ input }] }) => input.Entries ?? []);

beforeEach(() => {
  eventBridge.reset();
  eventBridge.on(PutEventsCommand).resolves({ Entries: [{ EventId: '1' }] });
});

describe('the drill of a rule', () => {
  it('puts an event that the rule takes for one of its service, and says where the runbook describes it', async () => {
    theRuleIs();
    expect(await drill()).toEqual([
      'note failures: rung; look whether its message arrives: docs/runbook.md#workflow-failures; a pager must be closed by hand',
    ]);
    expect(events().map(({ Detail, ...event }) => ({ ...event, detail: JSON.parse(Detail ?? '') }))).toEqual([
      {
        Source: 'compass.drill',
        DetailType: 'Step Functions Execution Status Change',
        detail: { name: 'DRILL', status: 'FAILED', nested: { arn: 'a' } },
      },
    ]);
  });

  it.each([
    [
      'is disabled',
      { State: 'DISABLED' as const },
      'FAIL failures: it is disabled: aws events enable-rule; docs/runbook.md#workflow-failures',
    ],
    ['names no section', { text: 'Something is wrong' }, 'FAIL failures: its message names no section of the runbook'],
    ['names a section that is missing', { text: 'See docs/runbook.md#gone' }, 'FAIL failures: its message names no section of the runbook'],
  ])('fails without an event if the rule %s', async (_, rule, line) => {
    theRuleIs(rule);
    expect(await drill()).toEqual([line]);
    expect(events()).toEqual([]);
  });

  it('fails if the bus refuses the event', async () => {
    theRuleIs();
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure', ErrorMessage: 'later' }] });
    expect(await drill()).toEqual(['FAIL failures: the bus refused the event: InternalFailure later; docs/runbook.md#workflow-failures']);
  });
});
