import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { encryptedBy, type MessageEncryption } from './message-encryption.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import { onBehalfOf } from './source-conditions.ts';

export interface FailedMessagesProps {
  readonly deployment: Deployment;
  readonly encryption: MessageEncryption;
}

/**
 * Keeps what could not be processed or handed over: for the longest retention there is, with an alarm on the first message. All consumers share two
 * queues, because an alarm costs by the queue. They are two, since SQS moves messages back only from a queue that other queues alone fill.
 */
export class FailedMessages extends Construct {
  /** Messages that a consumer received too often. SQS knows of each the queue that it came from, and moves it back there. */
  readonly deadLetters: IQueue;
  /** Events that a rule could not put into a queue, and changes that the relay gave up on. Each message says which. */
  readonly undelivered: IQueue;

  constructor(scope: Construct, id: string, props: FailedMessagesProps) {
    super(scope, id);
    this.deadLetters = this.queue('DeadLetters', props, {
      name: 'dead-letters',
      summary: 'Messages could not be processed, and wait in the queue of dead letters.',
    });
    this.undelivered = this.queue('Undelivered', props, {
      name: 'undelivered',
      summary: 'Events could not be put into a queue, or changes of the table not be published.',
    });
    this.undelivered.addToResourcePolicy(fromRulesOf(props.deployment, this.undelivered));
  }

  private queue(id: string, { deployment, encryption }: FailedMessagesProps, { name, summary }: { name: string; summary: string }): Queue {
    const queue = new Queue(this, id, {
      queueName: `${deployment.settings.prefix}-${name}`,
      ...encryptedBy(encryption),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is a dead-letter queue itself.' });
    new RunbookAlarm(this, `${id}Depth`, {
      alarmTopic: deployment.alarmTopic,
      runbook: 'dead-letters',
      summary,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 1,
    });
    return queue;
  }
}

/** Lets in what the rules of the deployment's bus could not deliver. Their stacks come later, so that their ARNs are not known here. */
const fromRulesOf = ({ settings }: Deployment, { queueArn }: IQueue): PolicyStatement =>
  new PolicyStatement({
    sid: 'RulesOfThisDeployment',
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [queueArn],
    conditions: onBehalfOf(`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/${settings.prefix}-events/*`),
  });
