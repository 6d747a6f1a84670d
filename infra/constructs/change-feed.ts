import { Duration, Fn } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { quietTypes } from '#shared/table/changes/item-readers.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { Deployment } from './deployment.ts';
import type { FailedMessages } from './failed-messages.ts';
import { Heartbeat } from './heartbeat.ts';
import { type MessageEncryption, sendingTo } from './message-encryption.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ChangeFeedProps {
  readonly deployment: Deployment;
  readonly table: ControlPlaneTable;
  readonly encryption: MessageEncryption;
  readonly failedMessages: FailedMessages;
  readonly consumer: ServiceFunction;
}

/** Types of items beside those that raise no events: a type that the relay does not know reaches it, and stops it. */
const eventful = [{ 'anything-but': quietTypes }];

/**
 * Passes the table's changes to a function, in order per item. A failing batch is halved until the failing record is alone; a record that fails after
 * all retries is reported in a queue, so that it neither stops the feed nor is lost.
 */
export class ChangeFeed extends Construct {
  constructor(scope: Construct, id: string, { deployment, table, encryption, failedMessages, consumer }: ChangeFeedProps) {
    super(scope, id);
    const failures = failedMessages.undelivered;
    for (const statement of sendingTo(failures, encryption)) consumer.function.addToRolePolicy(statement);
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.function,
      eventSourceArn: table.table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // Changes of one moment share an invocation; events are a second later at most.
      maxBatchingWindow: Duration.seconds(1),
      filters: ['NewImage', 'OldImage'].map((image) => ({ pattern: JSON.stringify({ dynamodb: { [image]: { type: { S: eventful } } } }) })),
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // The stream keeps records for 24 hours. Giving up on one earlier leaves time to see the alarm and read it from the stream.
      maxRecordAge: Duration.hours(12),
      retryAttempts: 50,
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
    });
    mapping.node.addDependency(consumer.function.role ?? consumer);
    new RunbookAlarm(this, 'Delay', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'stream-delay',
      summary: 'Changes of the table reach the event bus more than a minute late.',
      metric: consumer.function.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 60_000,
      evaluationPeriods: 3,
    });
    new Heartbeat(this, 'Unread', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'stream-delay',
      summary: "Nothing reads the table's stream: no change reaches the event bus.",
      metric: readingsOf(table),
      evaluationPeriods: 2,
    });
  }
}

/** Lambda asks for records several times a second, also while there are none and while every record is filtered out. */
function readingsOf({ table }: ControlPlaneTable): Metric {
  const [, , , label = ''] = Fn.split('/', table.tableStreamArn ?? '', 4);
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName: 'SuccessfulRequestLatency',
    dimensionsMap: { TableName: table.tableName, Operation: 'GetRecords', StreamLabel: label },
    period: Duration.minutes(5),
    statistic: 'SampleCount',
  });
}
