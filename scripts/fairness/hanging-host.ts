import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { close, listen, loopback } from '#local/http-server.ts';

/** A host that takes requests and does not answer them until it recovers. It counts as hanging with as many requests as it gets at once. */
export async function hangingHost(hanging: number) {
  const held: { readonly id: string; readonly response: ServerResponse }[] = [];
  const events = new EventEmitter();
  const answered = new Set<string>();
  /** Deliveries that failed twice come again minutes later. */
  const late = new Set<string>();
  let seen = 0;
  let isWell = false;
  const answer = (id: string, response: ServerResponse): void => {
    if (!response.destroyed) answered.add(id);
    response.writeHead(204).end();
  };
  const hold = (id: string, response: ServerResponse): void => {
    if (held.some((one) => one.id === id)) response.once('close', () => isWell || late.add(id));
    held.push({ id, response });
  };
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id'] ?? request.url);
    request.resume();
    seen += 1;
    if (isWell) answer(id, response);
    else hold(id, response);
    events.emit('request');
  });
  const port = await listen(server, 0);
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await once(events, 'request');
  };
  return {
    url: `http://${loopback}:${port}`,
    hangs: () => until(() => seen >= hanging),
    /** Answers what it holds, and everything from now on. */
    recover: () => {
      isWell = true;
      for (const { id, response } of held) answer(id, response);
    },
    /** All of so many deliveries are answered, but those that come minutes later. */
    answered: (deliveries: number) => until(() => new Set([...answered, ...late]).size >= deliveries),
    stop: async () => {
      server.closeAllConnections();
      await close(server);
    },
  };
}
