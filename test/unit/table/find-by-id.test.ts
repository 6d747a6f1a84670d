import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { mockedTable } from '#test/support/mocked-table.ts';

const database = mockClient(DynamoDBDocumentClient);

afterAll(() => database.restore());
const tenant = tenantId('t');
const find = (id: string) => findById(mockedTable(), tenant, id, 'Bundle');
const queries = () => database.commandCalls(QueryCommand).length;
const bornAt = (time: number) => v7({ msecs: time });

beforeEach(() => {
  database.reset();
  database.on(QueryCommand).resolves({ Items: [] });
});

describe('finding something by its id alone', () => {
  it('asks the index once, within the tenant, for one kind of thing', async () => {
    const id = newId();
    database.on(QueryCommand).resolves({ Items: [{ id }] });
    expect(await find(id)).toEqual({ id });
    expect(database.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      IndexName: 'byId',
      ExpressionAttributeValues: { ':partition': `T#t#ID#${id}`, ':eq': 'Bundle' },
    });
    expect(queries()).toBe(1);
  });

  it('asks again for an id that was made a moment ago, until the index shows it', async () => {
    const id = newId();
    database
      .on(QueryCommand)
      .resolvesOnce({ Items: [] })
      .resolvesOnce({})
      .resolves({ Items: [{ id }] });
    expect(await find(id)).toEqual({ id });
    expect(queries()).toBe(3);
  });

  it('gives up on a young id after 4 questions', async () => {
    expect(await find(newId())).toBeUndefined();
    expect(queries()).toBe(4);
  });

  it('asks again for an id of a clock that is a little ahead', async () => {
    expect(await find(bornAt(Date.now() + 500))).toBeUndefined();
    expect(queries()).toBe(4);
  });

  it.each([
    ['was made long ago', bornAt(Date.now() - 60_000)],
    ['says that it will be made in a minute', bornAt(Date.now() + 60_000)],
    ['says that it will be made in a thousand years', bornAt(Date.now() + 31_556_952_000_000)],
    ['does not say when it was made', randomUUID()],
  ])('asks once for an id that %s', async (_, id) => {
    expect(await find(id)).toBeUndefined();
    expect(queries()).toBe(1);
  });

  it('does not ask for what cannot be an id', async () => {
    expect(await find('x#y')).toBeUndefined();
    expect(queries()).toBe(0);
  });
});
