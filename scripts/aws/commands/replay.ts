import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Command } from 'commander';
import { receiveDeadLetters } from '#shared/aws/dead-letters.ts';
import { systemClock } from '#shared/core/clock.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { replayDeadLetters } from '#shared/webhooks/replay-dead-letters.ts';
import { tableOf } from '../restore/drill.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

async function replay(options: StageOptions): Promise<void> {
  const { clients, prefix } = readStage(options);
  const sqs = new SQSClient({ ...clients, useQueueUrlAsEndpoint: false });
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: `${prefix}-dead-letters` }));
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clients), { marshallOptions: { removeUndefinedValues: true } });
  const deliveries = dynamoDeliveries(controlPlaneTable(client, tableOf(prefix)));
  const { due, ended, others } = await replayDeadLetters({
    receive: receiveDeadLetters(sqs, QueueUrl),
    deliveries,
    clock: systemClock,
  });
  console.log(`${due} deliveries are due again, and sent within a minute; ${ended} had ended.`);
  if (others > 0) console.log(`${others} messages are no deliveries, and stay in ${prefix}-dead-letters: docs/runbook.md#dead-letters`);
}

export const replayCommand = (): Command =>
  new Command('replay')
    .description(
      'Turns the dead letters of webhook deliveries into deliveries that the table keeps: they are sent within a minute, and seen in `deliveries`. Fix the cause first.',
    )
    .addOption(stageOption)
    .addOption(stagesOption)
    .addHelpText('after', '\nExample:\n  npm run aws -- replay --stage dev')
    .action(replay);
