import { CloudWatchClient, DescribeAlarmHistoryCommand, DescribeAlarmsCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { alarmsOf } from '../../../scripts/aws/drill/alarms.ts';
import { ringAlarms } from '../../../scripts/aws/drill/ring.ts';

const cloudWatch = mockClient(CloudWatchClient);
const client = new CloudWatchClient();
const topic = 'arn:aws:sns:eu-central-1:111122223333:compass-dev-alarms';

const alarm = (AlarmName: string, more: object = {}) => ({
  AlarmName,
  StateValue: 'OK' as const,
  ActionsEnabled: true,
  AlarmActions: [topic],
  OKActions: [topic],
  AlarmDescription: 'Something is wrong. See docs/runbook.md#queue-delay',
  ...more,
});

const published = (AlarmName: string, HistorySummary = `Successfully executed action ${topic}`) => ({ AlarmName, HistorySummary });

beforeEach(() => {
  cloudWatch.reset();
  cloudWatch.on(SetAlarmStateCommand).resolves({});
  cloudWatch.on(DescribeAlarmHistoryCommand).resolves({ AlarmHistoryItems: [] });
});

async function drill(MetricAlarms: object[], history: object[] = []) {
  cloudWatch.on(DescribeAlarmsCommand).resolves({ MetricAlarms });
  cloudWatch.on(DescribeAlarmHistoryCommand).resolves({ AlarmHistoryItems: history });
  const alarms = await alarmsOf(client, 'compass-dev', topic);
  const lines = await ringAlarms(client, { alarms, sections: new Set(['queue-delay']), patienceMs: 0, say: () => undefined });
  return lines.map(({ verdict, alarm: { name }, what }) => `${verdict} ${name}: ${what}`);
}

const states = () => cloudWatch.commandCalls(SetAlarmStateCommand).map(({ args: [{ input }] }) => `${input.AlarmName} ${input.StateValue}`);

describe('the alarm drill', () => {
  it('rings each alarm and ends it, and says what was published and where the runbook describes it', async () => {
    const lines = await drill([alarm('compass-dev-a'), alarm('compass-dev-b', { OKActions: [] })], [published('compass-dev-a')]);
    expect(states()).toEqual(['compass-dev-a ALARM', 'compass-dev-b ALARM', 'compass-dev-a OK', 'compass-dev-b OK']);
    expect(lines).toEqual([
      'ok compass-dev-a: published: docs/runbook.md#queue-delay',
      'note compass-dev-b: rung, and CloudWatch has not said what it published: docs/runbook.md#queue-delay; a pager must be closed by hand',
    ]);
  });

  it('does not touch the alarms of a stage whose name begins with the same letters', async () => {
    await drill([alarm('compass-dev-a'), alarm('compass-dev-two-a', { AlarmActions: [topic.replace('dev', 'dev-two')] })]);
    expect(states()).toEqual(['compass-dev-a ALARM', 'compass-dev-a OK']);
  });

  it('leaves an alarm alone that rings in earnest', async () => {
    expect(await drill([alarm('compass-dev-a', { StateValue: 'ALARM' })])).toEqual([
      'note compass-dev-a: rings already, in earnest: docs/runbook.md#queue-delay',
    ]);
    expect(states()).toEqual([]);
  });

  it.each([
    ['cannot be published', {}, 'Failed to execute action: not authorized to perform SNS:Publish', 'not authorized'],
    ['has its actions switched off', { ActionsEnabled: false }, undefined, 'switched off'],
    ['names no section of the runbook', { AlarmDescription: 'See docs/runbook.md#nowhere' }, undefined, 'no section'],
  ])('fails an alarm that %s', async (_, more, summary, reason) => {
    const [line] = await drill([alarm('compass-dev-a', more)], summary ? [published('compass-dev-a', summary)] : []);
    expect(line).toMatch(new RegExp(`^FAIL compass-dev-a: .*${reason}`));
  });

  it('ends what it rang when CloudWatch fails in between', async () => {
    cloudWatch.on(SetAlarmStateCommand, { AlarmName: 'compass-dev-b', StateValue: 'ALARM' }).rejects(new Error('throttled'));
    await expect(drill([alarm('compass-dev-a'), alarm('compass-dev-b')])).rejects.toThrow('throttled');
    expect(states()).toEqual(['compass-dev-a ALARM', 'compass-dev-b ALARM', 'compass-dev-a OK', 'compass-dev-b OK']);
  });
});
