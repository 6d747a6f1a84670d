import { flushCompileCache } from 'node:module';
import { readCommandLine } from './command-line.ts';
import { sayAndExit } from './say-and-exit.ts';
import { type RunningSystem, startLocal } from './start-local.ts';

// Registered before anything starts, so that a signal during the start stops cleanly too. npm passes Ctrl-C on a second time.
const stopRequested = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

/** Milliseconds to stop after the database ended. Work in flight fails one by one. */
const stopPatience = 8000;

function announce({ description }: RunningSystem, milliseconds: number): void {
  console.log(`Compass is ready after ${milliseconds} ms.
  Director     ${description.directorUrl}
  Connector    ${description.connectorUrl}
  Provisioner  ${description.provisionerUrl}
  mutual TLS   ${description.mtlsUrl}
  console      ${description.consoleUrl}
  tenants      ${description.tenants.join(', ')}
Tokens of an administrator: npm run token -- --tenant <tenant>. Stop with Ctrl-C.`);
}

try {
  const startedAt = performance.now();
  const running = await startLocal(readCommandLine(process.argv));
  announce(running, Math.round(performance.now() - startedAt));
  // Agents and the next start use it.
  flushCompileCache();
  const failure = await Promise.race([stopRequested, running.failure]);
  if (failure) setTimeout(() => sayAndExit(failure), stopPatience);
  else console.log('Stopping: work in flight is finished first.');
  await running.stop();
  if (failure) throw failure;
  process.exit(0);
} catch (error) {
  sayAndExit(error);
}
