import { Stack } from 'aws-cdk-lib';
import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The headings of docs/runbook.md. */
export type RunbookSection =
  | 'alarms-undelivered'
  | 'api-latency'
  | 'api-refusals'
  | 'api-server-errors'
  | 'clone-suspicions'
  | 'dead-letters'
  | 'disabled-webhooks'
  | 'domain-certificate'
  | 'endangered-keys'
  | 'firewall-blocks'
  | 'firewall-errors'
  | 'function-errors'
  | 'function-throttles'
  | 'missed-runs'
  | 'queue-delay'
  | 'root-expiry'
  | 'stream-delay'
  | 'table-throttles'
  | 'taken-back-version'
  | 'workflow-failures';

export interface RunbookAlarmProps extends Omit<AlarmProps, 'alarmDescription' | 'alarmName' | 'evaluationPeriods'> {
  readonly alarmTopic: ITopic;
  /** One sentence: the fault that the alarm reports. */
  readonly summary: string;
  readonly runbook: RunbookSection;
  readonly evaluationPeriods?: number;
  /** False if missing data does not mean that the fault ended. Default: true, the return to normal is published, too. */
  readonly closesItself?: boolean;
}

/**
 * The only way to make an alarm: it publishes to the alarm topic and names its runbook section. It rings at the threshold; missing data is no fault
 * unless `treatMissingData` says otherwise.
 */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, { alarmTopic, summary, runbook, closesItself = true, ...props }: RunbookAlarmProps) {
    super(scope, id, {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      evaluationPeriods: 1,
      ...props,
      alarmName: nameOf(scope, id),
      alarmDescription: seeRunbook(summary, runbook),
    });
    const action = new SnsAction(alarmTopic);
    this.addAlarmAction(action);
    if (closesItself) this.addOkAction(action);
  }
}

export const seeRunbook = (summary: string, runbook: RunbookSection): string => `${summary} See docs/runbook.md#${runbook}`;

/** Name with the path of the construct. It begins with the deployment's prefix, like the stack's name. */
function nameOf(scope: Construct, id: string): string {
  const stack = Stack.of(scope);
  return [stack.stackName, ...scope.node.path.split('/').slice(stack.node.path.split('/').length), id].join('-');
}
