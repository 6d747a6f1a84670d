import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers everything at once, and counts. */
export async function answeringServer(status: number, body = '') {
  const events = new EventEmitter();
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status).end(body);
    calls += 1;
    events.emit('call');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    called: async (count: number): Promise<void> => {
      while (calls < count) await once(events, 'call');
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
