import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await once(events, 'request');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
      server.close();
      await once(server, 'close');
    },
  };
}
