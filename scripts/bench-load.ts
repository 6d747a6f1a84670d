/**
 * Keeps 64 clients busy for a minute at the one-machine system, background work included: `npm run bench:load`. They poll as Agents do, read pages and
 * Applications, register and change some. Fails if a request is not answered without an error, or if the memory of the process grows from the second
 * half of the time to its end by more than a quarter. Linux only.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { LocalDescription } from '#local/local-description.ts';
import { median, quantile } from './bench/median.ts';
import { endTreeProcess } from './bench/tree-process.ts';
import { memoryOf } from './throughput/cpu-of.ts';
import type { Send } from './throughput/messages.ts';
import { operations } from './throughput/operations.ts';
import { httpSender } from './throughput/senders.ts';
import { filledTenant } from './throughput/tenant.ts';
import { startSystem, withoutError } from './throughput/tree-under-test.ts';

/** Highest ratio of the memory at the end to that in the middle. */
const highest = 1.25;

const { clients, seconds, applications } = new Command('npm run bench:load --')
  .description('Fails where a request of 64 busy clients fails, or where memory grows.')
  .option('--clients <count>', 'clients that are busy at once', Number, 64)
  .option('--seconds <count>', 'how long', Number, 60)
  .option('--applications <count>', 'Applications of the tenant; 100 of them are in the formation of the Runtime', Number, 200)
  .parse()
  .opts<{ clients: number; seconds: number; applications: number }>();

const folder = await mkdtemp(join(tmpdir(), 'compass-load-'));
const system = await startSystem(process.cwd(), folder, ['background']);
try {
  process.exitCode = (await load(system.message.description)) ? 0 : 1;
} finally {
  await endTreeProcess(system.child);
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function load(description: LocalDescription): Promise<boolean> {
  const http = httpSender(description);
  const times: number[] = [];
  const failures: string[] = [];
  const send: Send = async (requests) => {
    const answers = [];
    for (const request of requests) {
      const started = performance.now();
      answers.push(withoutError(await http.send(request)));
      times.push(performance.now() - started);
    }
    return answers;
  };
  const tenant = await filledTenant(description, send, { applications, assigned: Math.min(100, applications) });
  times.length = 0;
  // The others wait until the revision has settled, or expect that no other client changes it.
  const played = operations.filter(({ name }) => !name.includes('304') && !name.includes('(200)'));
  const memory: number[] = [];
  const end = performance.now() + seconds * 1000;
  const sampler = setInterval(() => memory.push(memoryOf(description.pid)), 1000);
  const client = async (index: number): Promise<void> => {
    for (let turn = index; performance.now() < end; turn++) {
      const operation = played[turn % played.length];
      await operation?.run(tenant, send, 1).catch((error: Error) => failures.push(error.message));
      await send([tenant.configuration()]).catch((error: Error) => failures.push(error.message));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  clearInterval(sampler);
  http.close();

  const middle = median(memory.slice(memory.length / 2, (3 * memory.length) / 4));
  const last = median(memory.slice((3 * memory.length) / 4));
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
  console.log(
    `${times.length} requests were answered within ${quantile(times, 0.5).toFixed(0)} ms (p50), ${quantile(times, 0.99).toFixed(0)} ms (p99).`,
  );
  console.log(
    `${failures.length} requests failed. Memory: ${megabytes(middle)} MB in the third quarter, ${megabytes(last)} MB in the last.`,
  );
  for (const failure of new Set(failures)) console.log(failure);
  return failures.length === 0 && last <= highest * middle;
}
