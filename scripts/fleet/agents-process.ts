/** Runs many loops of the Runtime Agent in one process, at the orders of `npm run fleet`. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { realSurroundings, runForever } from '#agent/agent.ts';
import { randomOf } from '../soak/random.ts';
import { faultyNetwork } from './faulty-network.ts';
import type { Order, Report, Start } from './messages.ts';

const [seed = '1', number = '0'] = process.argv.slice(2);

const requests: Record<number, number> = {};
const lines: Record<string, number> = {};
const renewals: number[] = [];
const ended: string[] = [];
const stop = new AbortController();
const loops: Promise<void>[] = [];
const before = bytesInUse();

const network = await faultyNetwork(randomOf(Number(seed), `network-${number}`), () => {
  const second = Math.floor(Date.now() / 1000);
  requests[second] = (requests[second] ?? 0) + 1;
});

function bytesInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** Notes a line of an Agent by its level and message, without what differs from line to line. */
function noteLine(agent: number, line: string): void {
  const [, level = '', ...words] = line.split(' ');
  const fields = words.findIndex((word) => word.includes('='));
  const message = words.slice(0, fields === -1 ? words.length : fields).join(' ');
  lines[`${level} ${message}`] = (lines[`${level} ${message}`] ?? 0) + 1;
  if (message === 'certificate renewed') renewals[agent] = (renewals[agent] ?? 0) + 1;
}

async function start({ folders, interval, periodSeconds }: Start): Promise<void> {
  for (const [agent, folder] of folders.entries()) {
    renewals[agent] = 0;
    const options = {
      stateFolder: join(folder, 'state'),
      sources: { file: join(folder, 'agent.json'), environment: network.environment, options: {} },
      keyType: 'ec-p256' as const,
      periodSeconds,
    };
    const surroundings = { ...realSurroundings, write: (line: string) => noteLine(agent, line), network: network.around };
    loops.push(
      runForever(options, surroundings, stop.signal).catch((error: unknown) => {
        ended.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
      }),
    );
    await pause(interval);
  }
  process.send?.('started');
}

const report = (): Report => ({ requests, lines, renewals, ended, memory: { before, now: bytesInUse() } });

process.on('message', async (order: Order) => {
  if (order.kind === 'start') await start(order);
  if (order.kind === 'fault') network.set(order.fault);
  if (order.kind === 'report') process.send?.(report());
  if (order.kind === 'stop') {
    stop.abort();
    await Promise.all(loops);
    process.exit(0);
  }
});
process.once('disconnect', () => process.exit(1));
process.send?.('ready');
