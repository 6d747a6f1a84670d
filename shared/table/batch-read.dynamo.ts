import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Entity, FormattedItem, KeyInputItem } from 'dynamodb-toolbox/entity';
import { EntityParser } from 'dynamodb-toolbox/entity/actions/parse';
import { untilAccepted } from '#shared/aws/until-accepted.ts';
import { chunksOf } from '#shared/core/chunks.ts';
import { AppError } from '#shared/core/errors.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { attributesOf, valuesIn } from './attribute-values.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { directCommand } from './direct-command.dynamo.ts';
import type { ItemKey } from './owned-items.dynamo.ts';
import { formatOf } from './read.dynamo.ts';

/** The most keys DynamoDB takes in one batch read. */
export const maxBatchSize = 100;

type Item = Record<string, unknown>;

export interface BatchReadOptions {
  /** The attributes to read, all without it. */
  readonly attributes?: string;
  /** Milliseconds before unprocessed keys are requested again. */
  readonly firstDelay?: number;
  /** Maximum number of calls at once. Default: 1. */
  readonly atOnce?: number;
}

/** Reads the existing items of an entity, as `batchRead` does. */
export async function getManyByKey<E extends Entity>(
  entity: E,
  table: ControlPlaneTable,
  keys: readonly KeyInputItem<E>[],
): Promise<FormattedItem<E>[]> {
  const parser = entity.build(EntityParser);
  const items = await batchRead(
    table,
    keys.map((key) => parser.parse(key, { mode: 'key' }).key as ItemKey),
  );
  return items.map(formatOf(entity));
}

/** Reads items by their keys, consistently and in any order, 100 a call; throws when some stay unprocessed. */
export async function batchRead(table: ControlPlaneTable, keys: readonly ItemKey[], options: BatchReadOptions = {}): Promise<Item[]> {
  const items: Item[] = [];
  await mapConcurrently(chunksOf(keys, maxBatchSize), options.atOnce ?? 1, async (batch) => {
    const refusal = await untilAccepted(batch, (pending: readonly ItemKey[]) => read(table, pending, options, items), options.firstDelay);
    if (refusal) throw new AppError('InternalError', 'not every item could be read', { cause: refusal.cause });
  });
  return items;
}

async function read(
  table: ControlPlaneTable,
  keys: readonly ItemKey[],
  { attributes }: BatchReadOptions,
  into: Item[],
): Promise<readonly ItemKey[]> {
  const name = table.getName();
  const request = { Keys: keys.map(({ pk, sk }) => ({ pk, sk })), ProjectionExpression: attributes, ConsistentRead: true };
  const { Responses, UnprocessedKeys } = await table.getDocumentClient().send(directRead(name, request));
  into.push(...(Responses?.[name] ?? []));
  return (UnprocessedKeys?.[name]?.Keys ?? []) as ItemKey[];
}

type ByTable<T> = Readonly<Record<string, T>>;

interface Answer {
  readonly Responses?: ByTable<readonly ByTable<AttributeValue>[]>;
  readonly UnprocessedKeys?: ByTable<{ readonly Keys: readonly ByTable<AttributeValue>[] }>;
}

const directRead = (name: string, request: { readonly Keys: ItemKey[]; readonly [option: string]: unknown }): BatchGetCommand =>
  directCommand(new BatchGetCommand({ RequestItems: { [name]: request } }), 'BatchGetItem', {
    input: () => ({ RequestItems: { [name]: { ...request, Keys: request.Keys.map(({ pk, sk }) => attributesOf({ pk, sk })) } } }),
    output: (answer) => {
      const { Responses, UnprocessedKeys } = answer as Answer;
      return {
        Responses: { [name]: Responses?.[name]?.map(valuesIn) ?? [] },
        UnprocessedKeys: { [name]: { Keys: UnprocessedKeys?.[name]?.Keys.map(valuesIn) ?? [] } },
      };
    },
  });
