import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type ExecuteTransactWriteInput, type ExecuteTransactWriteOptions, execute } from 'dynamodb-toolbox/entity/actions/transactWrite';
import pRetry from 'p-retry';
import { AppError, concurrentUpdate } from '#shared/core/errors.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import type { Item } from './read.dynamo.ts';

/** The most items DynamoDB takes in one transaction. */
export const transactionLimit = 100;

type Write = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/**
 * A write of a transaction and the domain error for its failed condition; ConcurrentUpdate if there is none. `found` is the stored item, if
 * it exists and the write asks for it (`returnValuesOnConditionFalse`). Where no condition failed but those of steps with `instead`, these steps
 * are replaced by what that answers, and the transaction is written again.
 */
export interface Step {
  readonly write: Write;
  readonly refused?: (found?: Item) => Error;
  readonly instead?: () => Promise<Step>;
}

/** Each is a race for the last room that others won. */
const maxReplacements = 10;

/** Waits of 50 ms, doubled and jittered: about 3 seconds in all. */
const retries = { retries: 5, minTimeout: 50, factor: 2, randomize: true };

/**
 * Writes all or nothing. A transaction that met another one is tried again within about 3 seconds, then throws ConcurrentUpdate.
 * Throws InvalidData for more writes than one transaction takes.
 */
export const transact = (steps: readonly Step[]): Promise<void> => write(steps, maxReplacements);

async function write(steps: readonly Step[], replacements: number): Promise<void> {
  requireFitting(steps);
  try {
    await pRetry(() => execute(...steps.map((step) => step.write)), { ...retries, shouldRetry: ({ error }) => isConflict(error) });
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const next = replacements > 0 && (await replaced(error, steps));
    if (!next) throw refusalOf(error, steps) ?? error;
    await write(next, replacements - 1);
  }
}

/** The steps with others instead of those that were refused; undefined where one of these has no other, or none was refused. */
async function replaced(error: TransactionCanceledException, steps: readonly Step[]): Promise<Step[] | undefined> {
  const refused = new Set(refusedOf(error));
  if (refused.size === 0 || [...refused].some((index) => !steps[index]?.instead)) return undefined;
  return Promise.all(steps.map((step, index) => (refused.has(index) && step.instead ? step.instead() : step)));
}

function requireFitting(steps: readonly Step[]): void {
  if (steps.length <= transactionLimit) return;
  throw new AppError('InvalidData', `too many changes for one transaction: ${steps.length}, at most ${transactionLimit} are possible`);
}

/** Registers several writes with the sweeper: begin before the first, end after the last. */
export interface Watch {
  readonly begin: Step;
  readonly end: () => Promise<void>;
}

/**
 * Writes an object and its nested objects. Nested ones beyond one transaction are written first; readers find them only with the object
 * itself. If a write is refused, `undo` deletes what was written. The watch covers a crash, and a write whose outcome is unknown.
 */
export async function transactWithNested(
  object: readonly Step[],
  nested: readonly Step[],
  { watch, undo }: { readonly watch: Watch; readonly undo: () => Promise<void> },
): Promise<void> {
  if (object.length + nested.length <= transactionLimit) return transact([...object, ...nested]);
  await transact([watch.begin]);
  try {
    for (let start = 0; start < nested.length; start += transactionLimit) await transact(nested.slice(start, start + transactionLimit));
    await transact(object);
  } catch (error) {
    if (isRefusal(error)) {
      await undo();
      await watch.end();
    }
    throw error;
  }
  await watch.end();
}

/** Anything else leaves open whether the last of it was written. */
const isRefusal = (error: unknown): boolean => error instanceof AppError || error instanceof TransactionCanceledException;

/** Transactions of dependents that are under way at once. */
const atOnce = 8;

/**
 * Deletes an object together with what must end in the same moment. What does not fit into one transaction goes first: the object
 * that is to go loses it a moment earlier, and a repeat after a crash ends the rest. Of `others` goes what there is room for.
 */
export async function transactWithDependents(
  object: readonly Step[],
  dependents: readonly Step[],
  others: readonly Step[] = [],
): Promise<void> {
  requireFitting(object);
  const room = transactionLimit - object.length;
  const surplus = dependents.slice(room);
  const starts = Array.from({ length: Math.ceil(surplus.length / transactionLimit) }, (_, index) => index * transactionLimit);
  await mapConcurrently(starts, atOnce, (start) => transact(surplus.slice(start, start + transactionLimit)));
  await transact([...object, ...[...dependents, ...others].slice(0, room)]);
}

/** Indexes of the steps whose conditions did not hold. */
const refusedOf = (error: TransactionCanceledException): number[] =>
  reasonsOf(error).flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : []));

const reasonsOf = (error: TransactionCanceledException) => error.CancellationReasons ?? [];

function refusalOf(error: TransactionCanceledException, steps: readonly Step[]): Error | undefined {
  const refused = refusedOf(error);
  const index = refused.find((one) => !steps[one]?.instead) ?? refused[0];
  if (index !== undefined) {
    const found = reasonsOf(error)[index]?.Item;
    return steps[index]?.refused?.(found && unmarshall(found)) ?? concurrentUpdate(error);
  }
  return isConflict(error) ? concurrentUpdate(error) : undefined;
}

const isConflict = (error: Error): boolean =>
  error instanceof TransactionCanceledException &&
  !reasonsOf(error).some((reason) => reason.Code === 'ConditionalCheckFailed') &&
  reasonsOf(error).some((reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError');
