import { createServer, type Server } from 'node:http';
import { close, listen, loopback } from '#local/http-server.ts';
import type { Random } from './random.ts';

export const tempers = ['healthy', 'refusing', 'hanging', 'cutting'] as const;
export type Temper = (typeof tempers)[number];

export interface Receiver {
  readonly temper: Temper;
  readonly url: string;
  /** Posts by their webhook-id, each with its different bodies. */
  readonly received: Map<string, Set<string>>;
  /** Posts that were not answered with success. */
  readonly spoilt: () => number;
  /** From now on it answers every post. */
  heal(): void;
  stop(): Promise<void>;
}

/** Receives webhooks; all but the healthy one fail every second post in their own way. */
export async function startReceiver(temper: Temper, random: Random): Promise<Receiver> {
  const received = new Map<string, Set<string>>();
  let spoilt = 0;
  let healed = temper === 'healthy';
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (!healed && random.chance(0.5)) {
      spoilt += 1;
      if (temper === 'refusing') response.writeHead(500).end();
      if (temper === 'cutting') request.socket.destroy();
      return;
    }
    const id = String(request.headers['webhook-id']);
    received.set(id, (received.get(id) ?? new Set()).add(body));
    response.writeHead(204).end();
  });
  const port = await listen(server, 0);
  return {
    temper,
    url: `http://${loopback}:${port}/${temper}`,
    received,
    spoilt: () => spoilt,
    heal: () => {
      healed = true;
    },
    stop: async () => {
      server.closeAllConnections();
      await close(server);
    },
  };
}
