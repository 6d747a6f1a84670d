import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

/** Days of remaining life at which the alarm rings: more than the longest validity of a client certificate, and months for a rotation. */
const daysToRotate = 540;

/** Rings while the certificate of the authority that issues has little time left. */
export class RootExpiry extends Construct {
  /** Counts the runs that looked. */
  readonly looks: MetricFilter;

  constructor(scope: Construct, id: string, { deployment, watch }: { deployment: Deployment; watch: ServiceFunction }) {
    super(scope, id);
    this.looks = new MetricFilter(this, 'DaysLeft', {
      logGroup: watch.logGroup,
      // A field of the one line that each run writes.
      filterPattern: FilterPattern.exists('$.issuerDaysLeft'),
      metricNamespace: 'Compass',
      metricName: `${deployment.settings.prefix}-issuer-days-left`,
      metricValue: '$.issuerDaysLeft',
    });
    new RunbookAlarm(this, 'Alarm', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'root-expiry',
      summary: `The certificate of the authority that issues clients' certificates ends within ${daysToRotate} days.`,
      metric: this.looks.metric({ period: Duration.days(1), statistic: 'Minimum' }),
      threshold: daysToRotate,
      comparisonOperator: ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
    });
  }
}
