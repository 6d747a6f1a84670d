import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entity, FormattedItem, KeyInputItem } from 'dynamodb-toolbox/entity';
import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { PutItemCommand, type PutItemInput } from 'dynamodb-toolbox/entity/actions/put';
import { UpdateItemCommand, type UpdateItemInput } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate } from '#shared/core/errors.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { formatOf, type Item } from './read.dynamo.ts';

// The writes of one item. Writes of several are transactions: see `transact`.

/** Result of a conditional write: the new item; or, if the condition did not hold, the stored item, if there is one. */
type Outcome<Stored> =
  | { readonly isWritten: true; readonly item: Stored }
  | { readonly isWritten: false; readonly found: Stored | undefined };

/** Recognises an item that an earlier attempt of the same call has written: see `outcomeOf`. */
type IsOwn = (found: Item | undefined) => boolean;

/** Puts an item if the condition holds; returns true if it did. */
export function putWhere<E extends Entity>(entity: E, item: PutItemInput<E>, condition: Condition<E>): Promise<boolean> {
  const put = entity.build(PutItemCommand).item(item).options({ condition, returnValuesOnConditionFalse: 'ALL_OLD' });
  return isHeld(
    () => put.send(),
    (found) => isDeepStrictEqual(found, put.params().Item),
  );
}

/** Changes an item if the condition holds; returns true if it did. */
export const updateWhere = <E extends Entity>(entity: E, change: UpdateItemInput<E>, condition: Condition<E>): Promise<boolean> =>
  isHeld(() => entity.build(UpdateItemCommand).item(change).options({ condition }).send());

/** Deletes an item if the condition holds; returns true if it did. */
export const deleteWhere = <E extends Entity>(entity: E, key: KeyInputItem<E>, condition: Condition<E>): Promise<boolean> =>
  isHeld(
    () => entity.build(DeleteItemCommand).key(key).options({ condition, returnValuesOnConditionFalse: 'ALL_OLD' }).send(),
    (found) => found === undefined,
  );

/**
 * Changes an item if the condition holds, and returns the new or the stored item. `isOwn` is needed for a change after which its own condition does
 * not hold.
 */
export async function updateAndRead<E extends Entity>(
  entity: E,
  change: UpdateItemInput<E>,
  condition: Condition<E>,
  isOwn?: (found: FormattedItem<E>) => boolean,
): Promise<Outcome<FormattedItem<E>>> {
  const options = { condition, returnValues: 'ALL_NEW', returnValuesOnConditionFalse: 'ALL_OLD' } as const;
  const format = formatOf(entity);
  const outcome = await outcomeOf(
    async () => {
      const { Attributes } = await entity.build(UpdateItemCommand).item(change).options(options).send();
      return Attributes as FormattedItem<E>;
    },
    (found) => found !== undefined && isOwn?.(format(found)) === true,
    (found) => format(found ?? {}),
  );
  return outcome.isWritten ? outcome : { isWritten: false, found: outcome.found && format(outcome.found) };
}

/** Puts the next version of an item. Throws ConcurrentUpdate unless the stored version is the expected one. */
export const replace = <E extends Entity>(entity: E, next: PutItemInput<E>, expectedVersion: number): Promise<void> =>
  orConcurrentUpdate(() => putWhere(entity, next, versionIs(expectedVersion)));

/** Deletes an item; returns true if it existed. Only for items that no decision depends on. */
export async function deleteIfThere<E extends Entity>(entity: E, key: KeyInputItem<E>): Promise<boolean> {
  const { Attributes, $metadata } = await entity.build(DeleteItemCommand).key(key).options({ returnValues: 'ALL_OLD' }).send();
  return Attributes !== undefined || isRepeated($metadata);
}

/** Adds to numbers of an item, which is created if it is missing; returns the new item. Additions need no condition. */
export async function add<E extends Entity>(entity: E, change: UpdateItemInput<E>): Promise<FormattedItem<E>> {
  const { Attributes } = await entity.build(UpdateItemCommand).item(change).options({ returnValues: 'ALL_NEW' }).send();
  return Attributes as FormattedItem<E>;
}

/** A change as a DynamoDB expression, which entities cannot build. */
export type RawChange = Pick<UpdateCommandInput, 'ExpressionAttributeNames' | 'ExpressionAttributeValues'> & {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
};

/** The same as `updateAndRead` for a raw change. */
export function updateRaw(
  table: ControlPlaneTable,
  { pk, sk }: { pk: string; sk: string },
  change: RawChange,
  isOwn?: (found: Item) => boolean,
): Promise<Outcome<Item>> {
  const answers = { ReturnValues: 'ALL_NEW', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  return outcomeOf(
    async () => {
      const input = { TableName: table.getName(), Key: { pk, sk }, ...change, ...answers };
      const { Attributes = {} } = await table.getDocumentClient().send(new UpdateCommand(input));
      return Attributes;
    },
    (found) => found !== undefined && isOwn?.(found) === true,
    (found) => found ?? {},
  );
}

const versionIs = <E extends Entity>(version: number) => ({ attr: 'version', eq: version }) as unknown as Condition<E>;

const isHeld = async (write: () => Promise<unknown>, isOwn?: IsOwn): Promise<boolean> =>
  (
    await outcomeOf<unknown>(
      write,
      (found) => isOwn?.(found) === true,
      () => undefined,
    )
  ).isWritten;

type RawOutcome<T> = { readonly isWritten: true; readonly item: T } | { readonly isWritten: false; readonly found: Item | undefined };

/**
 * Decides the result of a conditional write. After a lost answer the SDK sends the call again, and the condition meets the call's own write: then
 * `isOwn` recognises it, and the write counts as made. Transactions do not need this, because DynamoDB recognises a repetition by their client
 * request token.
 */
async function outcomeOf<T>(write: () => Promise<T>, isOwn: IsOwn, written: (found: Item | undefined) => T): Promise<RawOutcome<T>> {
  try {
    return { isWritten: true, item: await write() };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const found = error.Item && unmarshall(error.Item);
    return isRepeated(error.$metadata) && isOwn(found) ? { isWritten: true, item: written(found) } : { isWritten: false, found };
  }
}

/** Returns true for a call that the SDK sent more than once. */
const isRepeated = ({ attempts = 1 }: { readonly attempts?: number } = {}): boolean => attempts > 1;

/** Throws ConcurrentUpdate if the condition did not hold, or if other transactions conflicted with every attempt. */
async function orConcurrentUpdate(write: () => Promise<boolean>): Promise<void> {
  try {
    if (await write()) return;
  } catch (error) {
    throw error instanceof TransactionConflictException ? concurrentUpdate(error) : error;
  }
  throw concurrentUpdate();
}
