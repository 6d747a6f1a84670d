import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import type { Dynamo } from './engines.ts';

/** A command to the table, as the document client sends it. */
type TableCommand = Parameters<Dynamo['client']['send']>[0];

/** The table on a client that sends by `send`: to watch commands, to hold them up, or to fail. */
export const tableSending = (
  { client, tableName }: Pick<Dynamo, 'client' | 'tableName'>,
  send: (command: TableCommand) => Promise<unknown>,
): ControlPlaneTable =>
  controlPlaneTable(new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) }), tableName);
