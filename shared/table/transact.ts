import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ExecuteTransactWriteInput, ExecuteTransactWriteOptions } from 'dynamodb-toolbox/entity/actions/transactWrite';
import pRetry from 'p-retry';
import { chunksOf } from '#shared/core/chunks.ts';
import { AppError, concurrentUpdate } from '#shared/core/errors.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { directTransaction, type TransactItem } from './direct-transaction.dynamo.ts';
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

/** Maximum number of repetitions after losing a race for the remaining quota. */
const maxReplacements = 10;

/** Waits of 50 ms, doubled and jittered: about 3 seconds in all. */
const retries = { retries: 5, minTimeout: 50, factor: 2, randomize: true };

/**
 * Writes a transaction. A conflict with another transaction is retried within about 3 seconds, then throws ConcurrentUpdate. Throws InvalidData for
 * more writes than one transaction takes.
 */
export const transact = (steps: readonly Step[]): Promise<void> => write(steps, maxReplacements);

async function execute(writes: readonly Write[]): Promise<void> {
  const [first] = writes;
  if (!first) return;
  const items = writes.map((one) => {
    const { ToolboxItem: _item, ...item } = one.params() as TransactItem & { readonly ToolboxItem?: unknown };
    return item;
  });
  await first.entity.table.getDocumentClient().send(directTransaction(items));
}

async function write(steps: readonly Step[], replacements: number): Promise<void> {
  requireFitting(steps);
  try {
    await pRetry(() => execute(steps.map((step) => step.write)), { ...retries, shouldRetry: ({ error }) => isConflict(error) });
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const next = replacements > 0 && (await replaced(error, steps));
    if (!next) throw refusalOf(error, steps) ?? error;
    await write(next, replacements - 1);
  }
}

/** Returns the steps with replacements for the refused ones; undefined if one of these has no replacement, or none was refused. */
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
    for (const steps of chunksOf(nested, transactionLimit)) await transact(steps);
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

/** After any other error the last write may have been made. */
const isRefusal = (error: unknown): boolean => error instanceof AppError || error instanceof TransactionCanceledException;

/** Maximum number of concurrent transactions. */
const atOnce = 8;

/**
 * Deletes an object together with its `dependents` in one transaction. Dependents beyond one transaction are deleted a moment earlier, and a
 * repetition after a crash deletes the rest. Of `others`, as many as fit are deleted too.
 */
export async function transactWithDependents(
  object: readonly Step[],
  dependents: readonly Step[],
  others: readonly Step[] = [],
): Promise<void> {
  requireFitting(object);
  const room = transactionLimit - object.length;
  await mapConcurrently(chunksOf(dependents.slice(room), transactionLimit), atOnce, transact);
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
