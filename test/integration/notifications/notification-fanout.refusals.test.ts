import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoRecipients } from '#shared/table/webhooks/recipients.dynamo.ts';

const sqs = mockClient(SQSClient);
const dynamo = mockClient(DynamoDBDocumentClient);
const queue = sqsDeliveryQueue(new SQSClient({ region: 'eu-central-1' }), 'https://sqs.example/queue', 1);
const table = controlPlaneTable(dynamo as unknown as DynamoDBDocumentClient, 'table');
const recipients = dynamoRecipients(table, 1);
const acme = tenantId('acme');

const deliveries = Array.from({ length: 12 }, (_, index) => ({
  id: `msg_${index}`,
  tenant: acme,
  applicationId: 'app',
  webhookId: 'hook',
  eventId: 'evt',
  body: '{}',
}));

afterEach(() => {
  sqs.reset();
  dynamo.reset();
});

const sentIds = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args }) => (args[0].input.Entries ?? []).map(({ MessageBody = '' }) => JSON.parse(MessageBody).id));

const refusing = (refuse: (entry: SendMessageBatchRequestEntry) => boolean) =>
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: SendMessageBatchRequestEntry[] }) => ({
    Failed: Entries.filter(refuse).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
  }));

describe('the delivery queue', () => {
  it('sends again only the messages that were refused', async () => {
    let refusals = 1;
    refusing(({ MessageBody = '' }) => MessageBody.includes('"msg_3"') && refusals-- > 0);
    await queue.send(deliveries);
    expect(
      sentIds()
        .flat()
        .filter((id) => id === 'msg_3'),
    ).toHaveLength(2);
    expect(sentIds().flat()).toHaveLength(13);
  });

  it('throws when one is refused to the end', async () => {
    refusing(({ MessageBody = '' }) => MessageBody.includes('"msg_3"'));
    await expect(queue.send(deliveries)).rejects.toThrow('not every delivery could be queued');
  });

  it('cuts calls by size as well', async () => {
    refusing(() => false);
    await queue.send(deliveries.slice(0, 3).map((delivery) => ({ ...delivery, body: 'x'.repeat(100_000) })));
    expect(sentIds().map(({ length }) => length)).toEqual([2, 1]);
  });
});

describe('the recipients', () => {
  const itemOf = ({ pk }: { pk: string }) => ({
    id: pk,
    formations: {},
    updatedAt: '2026-01-01T00:00:00.000Z',
    configurationWebhookIds: [],
  });

  it('are read again where DynamoDB left keys unprocessed', async () => {
    let first = true;
    dynamo.on(BatchGetCommand).callsFake(({ RequestItems }) => {
      const { Keys } = RequestItems.table;
      const done = first ? Keys.slice(0, 1) : Keys;
      const left = first ? { table: { Keys: Keys.slice(1) } } : {};
      first = false;
      return { Responses: { table: done.map(itemOf) }, UnprocessedKeys: left };
    });
    expect(await recipients.findMany(acme, ['a', 'b', 'c'])).toHaveLength(3);
    expect(dynamo.commandCalls(BatchGetCommand)).toHaveLength(2);
  });

  it('are not taken for complete when some stay unprocessed', async () => {
    dynamo.on(BatchGetCommand).callsFake(({ RequestItems }) => ({ Responses: { table: [] }, UnprocessedKeys: RequestItems }));
    await expect(recipients.findMany(acme, ['a'])).rejects.toThrow('not every item could be read');
  });
});
