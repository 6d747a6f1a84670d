import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type ExecuteTransactWriteInput, type ExecuteTransactWriteOptions, execute } from 'dynamodb-toolbox/entity/actions/transactWrite';
import pRetry from 'p-retry';
import { AppError } from '../core/errors.ts';

/** The most items DynamoDB takes in one transaction. */
export const transactionLimit = 100;

type Write = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/** One write of a transaction and the domain error that its failed condition means. */
export interface Step {
  readonly write: Write;
  readonly refused?: () => Error;
}

/** Waits of 50 ms, doubled and jittered: about 3 seconds in all. */
const retries = { retries: 5, minTimeout: 50, factor: 2, randomize: true };

/** Writes all or nothing. A transaction that met another one is tried again within about 3 seconds, then throws ConcurrentUpdate. */
export async function transact(steps: readonly Step[]): Promise<void> {
  try {
    await pRetry(() => execute(...steps.map((step) => step.write)), { ...retries, shouldRetry: ({ error }) => isConflict(error) });
  } catch (error) {
    throw error instanceof TransactionCanceledException ? (refusalOf(error, steps) ?? error) : error;
  }
}

const reasonsOf = (error: TransactionCanceledException) => error.CancellationReasons ?? [];

function refusalOf(error: TransactionCanceledException, steps: readonly Step[]): Error | undefined {
  const index = reasonsOf(error).findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  if (index !== -1) return steps[index]?.refused?.() ?? concurrentUpdate(error);
  return isConflict(error) ? concurrentUpdate(error) : undefined;
}

const isConflict = (error: Error): boolean =>
  error instanceof TransactionCanceledException &&
  !reasonsOf(error).some((reason) => reason.Code === 'ConditionalCheckFailed') &&
  reasonsOf(error).some((reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError');

export const concurrentUpdate = (cause: unknown): AppError =>
  new AppError('ConcurrentUpdate', 'the object was changed by someone else meanwhile', { cause });

/** Whether a single conditional write was refused by its condition. */
export const isConditionFailed = (error: unknown): boolean => error instanceof Error && error.name === 'ConditionalCheckFailedException';
