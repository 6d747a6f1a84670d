import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import type { Dynamo } from './engines.ts';
import { interceptedClient } from './intercepted-client.ts';

/** The same table, read by a client whose queries end after `size` items, as they otherwise do after 1 MB: the engine says where to go on. */
export function inSmallPages(dynamo: Dynamo, size: number): ControlPlaneTable {
  const client = interceptedClient(dynamo, (command, send) => {
    const input = command.input as { Limit?: number };
    if (command.constructor.name === 'QueryCommand') input.Limit = Math.min(input.Limit ?? size, size);
    return send();
  });
  return controlPlaneTable(client, dynamo.tableName);
}
