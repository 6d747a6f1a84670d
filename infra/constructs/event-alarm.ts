import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import type { Deployment } from './deployment.ts';
import { outlivesItsStack } from './retention.ts';
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
    const { prefix, logRetention } = deployment.settings;
    const logGroup = new LogGroup(this, 'Events', {
      // EventBridge writes to groups under this prefix only.
      logGroupName: `/aws/events/${prefix}-${name}`,
      retention: logRetention,
      // Evidence outlives the stack.
      removalPolicy: outlivesItsStack,
    });
    logGroup.grantWrite(new ServicePrincipal('events.amazonaws.com'));
    new Rule(this, 'Rule', {
      description,
      eventBus,
      eventPattern: { source: [sourceOf(detailType)], detailType: [detailType] },
      // The target of the library brings a function of its own to set the policy above.
      targets: [{ bind: () => ({ arn: arnOf(logGroup) }) }],
    });
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

/** Without the `:*` that permissions need. */
const arnOf = (logGroup: LogGroup): string =>
  Stack.of(logGroup).formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroup.logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
