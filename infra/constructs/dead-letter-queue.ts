import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface DeadLetterQueueProps {
  readonly deployment: Deployment;
  /** The name without the deployment's prefix. */
  readonly name: string;
  readonly encryptionKey: IKey;
}

/** Keeps messages that could not be processed: for the longest retention there is, with an alarm on the first one. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { deployment, name, encryptionKey }: DeadLetterQueueProps) {
    super(scope, id);
    const queueName = `${deployment.settings.prefix}-${name}`;
    this.queue = new Queue(this, 'Queue', {
      queueName,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is a dead-letter queue itself.' });
    new RunbookAlarm(this, 'Depth', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'dead-letters',
      summary: `${queueName} holds messages that could not be processed.`,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 1,
    });
  }
}
