import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import type { Deployment } from './deployment.ts';
import { logGroupArn } from './log-group-arn.ts';
import { outlivesItsStack } from './retention.ts';

interface EventLogProps {
  readonly deployment: Deployment;
  readonly eventBus: IEventBus;
  readonly detailTypes: readonly DetailType[];
  /** The name of the log group, without the deployment's prefix. */
  readonly name: string;
  readonly description: string;
  readonly retention: RetentionDays;
}

/** Keeps the events of some types in a log group of their own, which outlives its stack. */
export function eventLog(scope: Construct, { deployment, eventBus, detailTypes, name, description, retention }: EventLogProps): LogGroup {
  const logGroup = new LogGroup(scope, 'Events', {
    // EventBridge writes to groups under this prefix only.
    logGroupName: `/aws/events/${deployment.settings.prefix}-${name}`,
    retention,
    // Evidence outlives the stack.
    removalPolicy: outlivesItsStack,
  });
  logGroup.grantWrite(new ServicePrincipal('events.amazonaws.com'));
  new Rule(scope, 'Rule', {
    description,
    eventBus,
    eventPattern: { source: [...new Set(detailTypes.map(sourceOf))], detailType: [...detailTypes] },
    // The target of the library brings a function of its own to set the policy above.
    targets: [{ bind: () => ({ arn: logGroupArn(logGroup) }) }],
  });
  return logGroup;
}
