import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { transact, transactWithDependents, transactWithNested } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { mockedTable } from '#test/support/mocked-table.ts';

const database = mockClient(DynamoDBDocumentClient);

afterAll(() => database.restore());
const tenant = tenantId('t');
const { entity } = uniqueNames(mockedTable(), 'FORMATION');
const write = (name: string) => ({ write: entity.build(PutTransaction).item({ tenant, name, ownerId: 'o' }) });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });
const end = vi.fn(async () => undefined);
const guarded = (undo: () => Promise<void> = async () => undefined) => ({ watch: { begin: write('the watch'), end }, undo });
const calls = () => database.commandCalls(TransactWriteCommand).length;

beforeEach(() => {
  database.reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Lets every pause between two attempts pass. */
async function settled(work: Promise<unknown>): Promise<unknown> {
  const outcome = work.then(
    () => 'written',
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return outcome;
}

describe('a transaction', () => {
  it('is tried again when it met another one', async () => {
    database
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .resolves({});
    expect(await settled(transact([write('a'), write('b')]))).toBe('written');
    expect(calls()).toBe(3);
  });

  it('is given up as ConcurrentUpdate after 6 attempts', async () => {
    database.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'));
    expect(await settled(transact([write('a')]))).toMatchObject({ code: 'ConcurrentUpdate' });
    expect(calls()).toBe(6);
  });

  it('is tried again when single writes of it were throttled', async () => {
    database.on(TransactWriteCommand).rejectsOnce(cancelled('ThrottlingError')).resolves({});
    expect(await settled(transact([write('a')]))).toBe('written');
  });

  it('is not repeated when a condition failed, and throws what that condition means', async () => {
    database.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    const refused = () => new AppError('NotUniqueName', 'taken');
    expect(await settled(transact([write('a'), { ...write('b'), refused }]))).toMatchObject({ code: 'NotUniqueName' });
    expect(calls()).toBe(1);
  });

  it('throws ConcurrentUpdate for a condition on a version', async () => {
    database.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed'));
    expect(await settled(transact([write('a')]))).toMatchObject({ code: 'ConcurrentUpdate' });
  });

  it('does not call a mistake of ours a conflict', async () => {
    const mistake = cancelled('ValidationError');
    database.on(TransactWriteCommand).rejects(mistake);
    expect(await settled(transact([write('a')]))).toBe(mistake);
    expect(calls()).toBe(1);
  });

  it('passes on every other failure', async () => {
    const failure = new Error('the network is down');
    database.on(TransactWriteCommand).rejects(failure);
    expect(await settled(transact([write('a')]))).toBe(failure);
  });

  it('is refused as invalid with more writes than the database takes', async () => {
    const steps = Array.from({ length: 101 }, (_, index) => write(String(index)));
    expect(await settled(transact(steps))).toMatchObject({ code: 'InvalidData' });
    expect(calls()).toBe(0);
  });
});

describe('an object with much under it', () => {
  const nested = Array.from({ length: 250 }, (_, index) => write(String(index)));
  const sizes = () => database.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems?.length);

  it('is written in one transaction when it fits', async () => {
    database.on(TransactWriteCommand).resolves({});
    await settled(transactWithNested([write('a')], nested.slice(0, 99), guarded()));
    expect(sizes()).toEqual([100]);
    expect(end).not.toHaveBeenCalled();
  });

  it('comes last when it does not', async () => {
    database.on(TransactWriteCommand).resolves({});
    await settled(transactWithNested([write('the object')], nested, guarded()));
    expect(sizes()).toEqual([1, 100, 100, 50, 1]);
    expect(end).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(database.commandCalls(TransactWriteCommand)[0]?.args[0].input)).toContain('the watch');
    expect(JSON.stringify(database.commandCalls(TransactWriteCommand).at(-1)?.args[0].input)).toContain('the object');
  });

  it.each([2, 3, 5])('is undone when transaction %i of 5 is refused', async (failing) => {
    const failure = cancelled('ValidationError');
    let remaining = failing - 1;
    database.on(TransactWriteCommand).callsFake(async () => {
      if (remaining-- === 0) throw failure;
      return {};
    });
    const undo = vi.fn(async () => undefined);
    expect(await settled(transactWithNested([write('a')], nested, guarded(undo)))).toBe(failure);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(end).toHaveBeenCalledTimes(1);
    expect(calls()).toBe(failing);
  });

  it('is neither undone nor left unwatched when its outcome is unknown', async () => {
    const failure = new Error('the connection was lost');
    const [objectComesLast, undo] = [5, vi.fn(async () => undefined)];
    let remaining = objectComesLast - 1;
    database.on(TransactWriteCommand).callsFake(async () => {
      if (remaining-- === 0) throw failure;
      return {};
    });
    expect(await settled(transactWithNested([write('a')], nested, guarded(undo)))).toBe(failure);
    expect(undo).not.toHaveBeenCalled();
    expect(end).not.toHaveBeenCalled();
  });

  it('stays under watch when it can be neither finished nor undone', async () => {
    let remaining = 1;
    database.on(TransactWriteCommand).callsFake(async () => {
      if (remaining-- === 0) throw cancelled('ValidationError');
      return {};
    });
    const failure = new Error('crashed');
    expect(
      await settled(
        transactWithNested(
          [write('a')],
          nested,
          guarded(() => Promise.reject(failure)),
        ),
      ),
    ).toBe(failure);
    expect(end).not.toHaveBeenCalled();
  });
});

describe('an object that ends with what depends on it', () => {
  const dependents = Array.from({ length: 250 }, (_, index) => write(`d${index}`));
  const sizes = () => database.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems?.length);

  it('goes last, with as much of it as fits', async () => {
    database.on(TransactWriteCommand).resolves({});
    await settled(transactWithDependents([write('a'), write('b')], dependents));
    expect(sizes()).toEqual([100, 52, 100]);
  });

  it('loses nothing when it is too large to go', async () => {
    const object = Array.from({ length: 101 }, (_, index) => write(String(index)));
    expect(await settled(transactWithDependents(object, dependents))).toMatchObject({ code: 'InvalidData' });
    expect(sizes()).toEqual([]);
  });
});
