import { Duration } from 'aws-cdk-lib';
import { type IEventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import type { FailedMessages } from './failed-messages.ts';
import type { WorkQueue } from './work-queue.ts';

export interface EventSubscriptionProps {
  readonly eventBus: IEventBus;
  readonly failedMessages: FailedMessages;
  readonly description: string;
  readonly detailTypes: readonly DetailType[];
  readonly queue: WorkQueue;
  /**
   * Path of the value in an event that names the group of its message, of 100 characters at most. The queue hands out messages of quiet groups first
   * (fair queues), and keeps no order. Default: messages have no group.
   */
  readonly fairBetween?: string;
}

/** Sends events of the bus to a queue. Undeliverable ones are kept in another queue. */
export class EventSubscription extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { eventBus, failedMessages, description, detailTypes, queue, fairBetween: messageGroupId }: EventSubscriptionProps,
  ) {
    super(scope, id);
    const patience = { maxEventAge: Duration.hours(24), retryAttempts: 185 };
    // The library would add this rule to the policy of the other queue, which may be in a stack that is deployed before this one.
    const target: IRuleTarget = {
      bind: (rule) => ({
        ...new SqsQueue(queue.queue, { ...patience, messageGroupId }).bind(rule),
        deadLetterConfig: { arn: failedMessages.undelivered.queueArn },
      }),
    };
    new Rule(this, 'Rule', {
      description,
      eventBus,
      eventPattern: { source: [...new Set(detailTypes.map(sourceOf))], detailType: [...detailTypes] },
      targets: [target],
    });
  }
}
