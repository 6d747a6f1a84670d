import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { RunbookAlarm, type RunbookAlarmProps } from './runbook-alarm.ts';

type HeartbeatProps = Omit<RunbookAlarmProps, 'closesItself' | 'comparisonOperator' | 'threshold' | 'treatMissingData'>;

/** Rings while a regular activity is missing. A stopped function publishes no data, so missing data counts as a fault. */
export class Heartbeat extends RunbookAlarm {
  constructor(scope: Construct, id: string, props: HeartbeatProps) {
    super(scope, id, {
      ...props,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
