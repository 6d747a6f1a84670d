import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateQuery, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { AgentError } from '../agent-error.ts';
import { partitions } from './table-layout.ts';

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A table of one Runtime as the holder of its lease uses it. */
export interface AgentTable {
  /** Reads a partition consistently, every page of it. */
  query(pk: string, fields?: readonly string[]): Promise<Item[]>;
  put(item: Item): Write;
  delete(pk: string, sk: string): Write;
  /** Writes all or nothing, and nothing once the lease is lost. */
  write(writes: readonly Write[]): Promise<void>;
}

export const leaseKey = { pk: partitions.agent, sk: 'lease' } as const;
/** Writes of one transaction beside the check of the lease. */
export const maxWrites = 99;

export function agentTable(client: DynamoDBDocumentClient, TableName: string, owner: string): AgentTable {
  return {
    async query(pk, fields = []) {
      const names = Object.fromEntries(fields.map((field) => [`#${field}`, field]));
      const input = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ...(fields.length > 0 && { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names }),
      };
      const items: Item[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, input)) items.push(...(Items as Item[]));
      return items;
    },
    put: (Item) => ({ Put: { TableName, Item } }),
    delete: (pk, sk) => ({ Delete: { TableName, Key: { pk, sk } } }),
    async write(writes) {
      if (writes.length > maxWrites) throw new RangeError(`a transaction has ${maxWrites} writes at most`);
      try {
        await client.send(new TransactWriteCommand({ TransactItems: [stillHolds(TableName, owner), ...writes] }));
      } catch (cause) {
        if (cause instanceof TransactionCanceledException && cause.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed')
          throw new AgentError('occupied', 'another invocation has taken over, this one writes nothing any more', { cause });
        throw cause;
      }
    },
  };
}

const stillHolds = (TableName: string, owner: string): Write => ({
  ConditionCheck: {
    TableName,
    Key: leaseKey,
    ConditionExpression: '#owner = :owner',
    ExpressionAttributeNames: { '#owner': 'owner' },
    ExpressionAttributeValues: { ':owner': owner },
  },
});
