import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type ExecuteTransactWriteInput, type ExecuteTransactWriteOptions, execute } from 'dynamodb-toolbox/entity/actions/transactWrite';
import { AppError } from '../core/errors.ts';

/** The most items DynamoDB takes in one transaction. */
export const transactionLimit = 100;

type Write = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/** One write of a transaction and the domain error that its failed condition means. */
export interface Step {
  readonly write: Write;
  readonly refused?: () => Error;
}

const attempts = 6;

/** Writes all or nothing. A transaction that met another one is tried again, 6 times within about 3 seconds, then throws ConcurrentUpdate. */
export async function transact(steps: readonly Step[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await execute(...steps.map((step) => step.write));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const refusal = refusalOf(error, steps);
      if (refusal) throw refusal;
      if (attempt === attempts || !isConflict(error)) throw concurrentUpdate(error);
      await sleep(Math.random() * 50 * 2 ** attempt);
    }
  }
}

function refusalOf(error: TransactionCanceledException, steps: readonly Step[]): Error | undefined {
  const index = (error.CancellationReasons ?? []).findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  return index === -1 ? undefined : (steps[index]?.refused?.() ?? concurrentUpdate(error));
}

const isConflict = (error: TransactionCanceledException): boolean =>
  (error.CancellationReasons ?? []).some((reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError');

export const concurrentUpdate = (cause: unknown): AppError =>
  new AppError('ConcurrentUpdate', 'the object was changed by someone else meanwhile', { cause });

/** Whether a single conditional write was refused by its condition. */
export const isConditionFailed = (error: unknown): boolean => error instanceof Error && error.name === 'ConditionalCheckFailedException';
