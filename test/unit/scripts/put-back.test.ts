import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, putBack } from '../../../scripts/aws/restore/put-back.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
const table = mockClient(client);
const put = (pk: string) => ({ PutRequest: { Item: { pk, sk: 'HEAD' } } });
const [first, second] = [put('1'), put('2')];
async function* changes(): AsyncGenerator<Change> {
  for (const pk of ['1', '2']) yield { key: { pk, sk: 'HEAD' }, type: 'Application', item: { pk, sk: 'HEAD' } };
}
const sent = () => table.commandCalls(BatchWriteCommand).map(({ args: [{ input }] }) => input.RequestItems?.table);

beforeEach(() => {
  table.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('items of a restore that the table does not take at once', () => {
  it('are sent again after a pause, without those that it took', async () => {
    table
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: [second] } })
      .resolves({});
    const done = putBack(client, 'table', changes());
    await vi.advanceTimersByTimeAsync(50);
    expect(sent()).toEqual([[first, second]]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent()).toEqual([[first, second], [second]]);
    expect(await done).toBe(2);
  });

  it('end the restore when the table goes on to refuse them for minutes', async () => {
    table.on(BatchWriteCommand).resolves({ UnprocessedItems: { table: [second] } });
    const done = expect(putBack(client, 'table', changes())).rejects.toThrow('the table refused 1 items again and again');
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await done;
    expect(sent().length).toBeGreaterThan(10);
  });
});
