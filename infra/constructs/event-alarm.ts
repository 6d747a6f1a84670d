import { Duration } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DetailType } from '#shared/events/event-catalogue.ts';
import type { Deployment } from './deployment.ts';
import { eventLog } from './event-log.ts';
import { RunbookAlarm, type RunbookAlarmProps } from './runbook-alarm.ts';

export interface EventAlarmProps extends Pick<RunbookAlarmProps, 'summary' | 'runbook'> {
  readonly deployment: Deployment;
  readonly eventBus: IEventBus;
  readonly detailType: DetailType;
  /** The name of the log group and the metric, without the deployment's prefix. */
  readonly name: string;
  readonly description: string;
}

/** Keeps the events of one type in a log group of their own, and rings on the first. */
export class EventAlarm extends Construct {
  constructor(scope: Construct, id: string, { deployment, eventBus, detailType, name, description, ...alarm }: EventAlarmProps) {
    super(scope, id);
    const { prefix, logRetention: retention } = deployment.settings;
    const logGroup = eventLog(this, { deployment, eventBus, detailTypes: [detailType], name, description, retention });
    const filter = new MetricFilter(this, 'Filter', {
      logGroup,
      filterPattern: FilterPattern.allEvents(),
      metricNamespace: 'Compass',
      metricName: `${prefix}-${name}`,
    });
    new RunbookAlarm(this, 'Alarm', {
      ...alarm,
      alarmTopic: deployment.alarmTopic,
      metric: filter.metric({ period: Duration.minutes(1), statistic: 'Sum' }),
      threshold: 1,
      // The metric returns to zero at once, although the reported fault remains.
      closesItself: false,
    });
  }
}
