import { Duration } from 'aws-cdk-lib';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Deployment } from './deployment.ts';
import type { WorkQueue } from './work-queue.ts';

export interface EventSubscriptionProps {
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
  readonly eventBus: IEventBus;
  readonly description: string;
  readonly detailTypes: readonly DetailType[];
  readonly queue: WorkQueue;
  /** The name of the queue for what could not be handed over, without the deployment's prefix. */
  readonly undelivered: string;
}

/** Sends events of the bus to a queue. Undeliverable ones are kept in another queue. */
export class EventSubscription extends Construct {
  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { deployment, encryptionKey, eventBus, description, detailTypes, queue } = props;
    const { queue: deadLetterQueue } = new DeadLetterQueue(this, 'Undelivered', { deployment, encryptionKey, name: props.undelivered });
    new Rule(this, 'Rule', {
      description,
      eventBus,
      eventPattern: { source: [...new Set(detailTypes.map(sourceOf))], detailType: [...detailTypes] },
      targets: [new SqsQueue(queue.queue, { deadLetterQueue, maxEventAge: Duration.hours(24), retryAttempts: 185 })],
    });
  }
}
