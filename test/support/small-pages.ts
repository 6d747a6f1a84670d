import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import type { Dynamo } from './engines.ts';

/** The same table, read by a client whose queries end after `size` items, as they otherwise do after 1 MB: the engine says where to go on. */
export function inSmallPages({ endpoint, tableName }: Dynamo, size: number): ControlPlaneTable {
  const base = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  base.middlewareStack.add(
    (next, { commandName }) =>
      (request) => {
        const input = request.input as { Limit?: number };
        const limited = commandName === 'QueryCommand' ? { ...input, Limit: Math.min(input.Limit ?? size, size) } : input;
        return next({ ...request, input: limited as typeof request.input });
      },
    { step: 'initialize' },
  );
  return controlPlaneTable(DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }), tableName);
}
