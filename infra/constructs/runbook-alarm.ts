import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The headings of docs/runbook.md. */
type RunbookSection =
  | 'api-server-errors'
  | 'clone-suspicions'
  | 'dead-letters'
  | 'function-errors'
  | 'function-throttles'
  | 'missed-runs'
  | 'queue-delay'
  | 'root-expiry'
  | 'stream-delay'
  | 'table-throttles'
  | 'workflow-failures';

export interface RunbookAlarmProps extends Omit<AlarmProps, 'alarmDescription' | 'evaluationPeriods'> {
  readonly alarmTopic: ITopic;
  /** One sentence: the fault that the alarm reports. */
  readonly summary: string;
  readonly runbook: RunbookSection;
  readonly evaluationPeriods?: number;
}

/** The only way to make an alarm: it tells somebody, and says where to read what to do. Rings at the threshold; silence is no alarm. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, { alarmTopic, summary, runbook, ...props }: RunbookAlarmProps) {
    super(scope, id, {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      evaluationPeriods: 1,
      ...props,
      alarmDescription: `${summary} See docs/runbook.md#${runbook}`,
    });
    this.addAlarmAction(new SnsAction(alarmTopic));
  }
}
