import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { close, listen, loopback } from '#local/http-server.ts';

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
  const port = await listen(server, 0);
  const called = async (count: number): Promise<void> => {
    while (calls < count) await once(events, 'call');
  };
  return {
    url: `http://${loopback}:${port}`,
    calls: () => calls,
    called,
    /** Milliseconds from the beginning of `cause` to the next call. */
    timeToCall: async (cause: () => Promise<unknown>): Promise<number> => {
      const before = calls;
      const started = performance.now();
      await cause();
      await called(before + 1);
      return performance.now() - started;
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await close(server);
    },
  };
}
