import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';

export interface DrilledAlarm {
  readonly name: string;
  readonly state: string;
  /** Section of docs/runbook.md that the description names. */
  readonly section: string | undefined;
  readonly enabled: boolean;
  /** True if its end is published too. */
  readonly closesItself: boolean;
}

/** Lists the alarms that publish to the topic. Their names alone do not tell stages apart: one name may begin with the other. */
export async function alarmsOf(client: CloudWatchClient, prefix: string, topicArn: string): Promise<DrilledAlarm[]> {
  const alarms: MetricAlarm[] = [];
  for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: `${prefix}-`, AlarmTypes: ['MetricAlarm'] })) {
    alarms.push(...(page.MetricAlarms ?? []).filter(({ AlarmActions }) => AlarmActions?.includes(topicArn)));
  }
  return alarms.map(({ AlarmName = '', StateValue = '', AlarmDescription = '', ActionsEnabled = false, OKActions = [] }) => ({
    name: AlarmName,
    state: StateValue,
    section: /docs\/runbook\.md#([\w-]+)/.exec(AlarmDescription)?.[1],
    enabled: ActionsEnabled,
    closesItself: OKActions.length > 0,
  }));
}
