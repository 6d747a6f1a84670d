import { Duration } from 'aws-cdk-lib';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import type { FailedMessages } from './failed-messages.ts';
import { encryptedBy, type MessageEncryption, sendingTo } from './message-encryption.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export interface WorkQueueProps {
  readonly deployment: Deployment;
  /** The name without the deployment's prefix. */
  readonly name: string;
  readonly encryption: MessageEncryption;
  readonly failedMessages: FailedMessages;
  /** The timeout of the function that will consume the queue. */
  readonly consumerTimeout: Duration;
  /** Number of receptions before a message goes to the dead-letter queue: one attempt plus the retries. */
  readonly maxReceiveCount: number;
  /** Maximum age of the oldest message. */
  readonly maxDelay: Duration;
  /** Delay of each message before its first reception. */
  readonly deliveryDelay?: Duration;
}

export type ConsumeOptions = Pick<SqsEventSourceProps, 'batchSize' | 'maxConcurrency' | 'maxBatchingWindow'>;

/** A queue for work that must not be lost: dead letters, an alarm, encryption, partial batch failures. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  private readonly props: WorkQueueProps;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.props = props;
    const queueName = `${props.deployment.settings.prefix}-${props.name}`;
    this.queue = new Queue(this, 'Queue', {
      queueName,
      ...encryptedBy(props.encryption),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      deliveryDelay: props.deliveryDelay,
      // Six times the consumer's timeout, as Lambda asks for: time for its own retries when it is throttled.
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      deadLetterQueue: { queue: props.failedMessages.deadLetters, maxReceiveCount: props.maxReceiveCount },
    });
    new RunbookAlarm(this, 'Age', {
      alarmTopic: props.deployment.alarmTopic,
      runbook: 'queue-delay',
      summary: `${queueName} is not worked off: its oldest message waits for more than ${props.maxDelay.toHumanString()}.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: props.maxDelay.toSeconds(),
      evaluationPeriods: 3,
    });
  }

  /** Grants the right to send, with the queue's URL in the variable. */
  sending<const K extends string>(variable: K): Access<Record<K, string>> {
    return { ...this.named(variable), statements: this.sendStatements() };
  }

  /** Finds the queue's URL in the variable; `consumedBy` gives the permissions. */
  named<const K extends string>(variable: K): Access<Record<K, string>> {
    return { environment: { [variable]: this.queue.queueUrl } as Record<K, string>, statements: [] };
  }

  consumedBy(consumer: ServiceFunction, options: ConsumeOptions): void {
    if (consumer.timeout.toSeconds() !== this.props.consumerTimeout.toSeconds()) {
      throw new Error(`${this.node.path} was made for a consumer with another timeout than ${consumer.node.path}`);
    }
    const { formerKeys } = this.props.encryption;
    if (formerKeys.length > 0)
      consumer.function.addToRolePolicy(
        allow(
          ['kms:Decrypt'],
          formerKeys.map(({ keyArn }) => keyArn),
        ),
      );
    consumer.function.addEventSource(new SqsEventSource(this.queue, { ...options, reportBatchItemFailures: true }));
  }

  private sendStatements() {
    return sendingTo(this.queue, this.props.encryption);
  }
}
