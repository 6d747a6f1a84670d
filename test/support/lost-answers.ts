import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { type Dynamo, engineClients } from './engines.ts';

export interface LosingTable {
  readonly table: ControlPlaneTable;
  /** Runs `work`; the answer to its first write is lost after the engine made the write. Answers how many answers were lost. */
  losing<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly lost: number }>;
  stop(): Promise<void>;
}

/** Reaches a table through a proxy that can cut the connection instead of answering. */
export async function losingTable({ endpoint, tableName }: Dynamo): Promise<LosingTable> {
  let armed = false;
  let lost = 0;
  const server = createServer(async (request, response) => {
    const answer = await fetch(endpoint, { method: 'POST', headers: forwarded(request), body: await buffer(request) });
    const body = await answer.text();
    if (armed && answer.ok && /Put|Update|Delete|Write/.test(String(request.headers['x-amz-target']))) {
      armed = false;
      lost += 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { base, client } = engineClients(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    table: controlPlaneTable(client, tableName),
    losing: async (work) => {
      armed = true;
      lost = 0;
      return { result: await work(), lost };
    },
    stop: async () => {
      base.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const forwarded = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(['x-amz-target', 'content-type', 'authorization', 'x-amz-date'].map((name) => [name, String(headers[name] ?? '')]));
