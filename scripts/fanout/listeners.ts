import { createServer } from 'node:http';
import { close, listen, loopback } from '#local/http-server.ts';

/** Hosts that accept every delivery, and count how often each came. */
export async function listeners(count: number) {
  const received = new Map<string, number>();
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer((request, response) => {
        request.resume();
        const id = String(request.headers['webhook-id']);
        received.set(id, (received.get(id) ?? 0) + 1);
        response.writeHead(204).end();
      });
      return { server, url: `http://${loopback}:${await listen(server, 0)}/events` };
    }),
  );
  return {
    received,
    urls: servers.map(({ url }) => url),
    stop: async (): Promise<void> => {
      for (const { server } of servers) server.closeAllConnections();
      await Promise.all(servers.map(({ server }) => close(server)));
    },
  };
}
