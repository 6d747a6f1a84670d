import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

const suspicion: DetailType = 'CertificateCloneSuspected';

/** Keeps the events that say of a client certificate's key that it may have been copied, and rings on the first. */
export class CloneSuspicions extends Construct {
  constructor(scope: Construct, id: string, { deployment, eventBus }: { deployment: Deployment; eventBus: IEventBus }) {
    super(scope, id);
    const { prefix, logRetention } = deployment.settings;
    const logGroup = new LogGroup(this, 'Events', {
      // EventBridge writes to groups under this prefix only.
      logGroupName: `/aws/events/${prefix}-clone-suspicions`,
      retention: logRetention,
      // What may prove a theft outlives the stack.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    logGroup.grantWrite(new ServicePrincipal('events.amazonaws.com'));
    new Rule(this, 'Rule', {
      description: 'Client certificates whose key may have been copied',
      eventBus,
      eventPattern: { source: [sourceOf(suspicion)], detailType: [suspicion] },
      // The target of the library brings a function of its own to set the policy above.
      targets: [{ bind: () => ({ arn: arnOf(logGroup) }) }],
    });
    const filter = new MetricFilter(this, 'Filter', {
      logGroup,
      filterPattern: FilterPattern.allEvents(),
      metricNamespace: 'Compass',
      metricName: `${prefix}-clone-suspicions`,
    });
    new RunbookAlarm(this, 'Alarm', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'clone-suspicions',
      summary: 'Two may hold the key of one client certificate.',
      metric: filter.metric({ period: Duration.minutes(1), statistic: 'Sum' }),
      threshold: 1,
      // The metric falls back at once, the suspicion does not.
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
