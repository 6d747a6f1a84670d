import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { eventsUrlOf } from '#local/process-host/events-url.ts';
import { stageOf } from './demo/stage.ts';
import { StepFailure, stepReporter } from './demo/step-reporter.ts';
import { startSystemProcess } from './demo/system-process.ts';
import { playWorkflow } from './demo/workflow.ts';

new Command('npm run demo --')
  .description('Plays the whole workflow on this machine, on free ports and in a temporary folder, and prints one checked step a line.')
  .allowExcessArguments(false)
  .parse();

/** Plays the whole workflow against the system as users run it: real processes, HTTP and TLS, in a temporary folder. */
async function play(closeLater: (close: () => Promise<void>) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-demo-'));
  closeLater(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'system');
  const running = await startSystemProcess(dataDir, ['--poll-after', '1s']);
  closeLater(running.stop);
  try {
    const stage = await stageOf({
      step: stepReporter(console.log),
      system: running.description,
      folder,
      runtimesFolder: join(dataDir, 'runtimes'),
      eventsUrlOf: (id) => eventsUrlOf(running.description.mtlsUrl, id),
      statesOfWorkflows: () => filesIn(join(dataDir, 'executions')),
      closeLater,
    });
    await playWorkflow(stage);
  } catch (error) {
    console.error(running.output());
    throw error;
  }
}

async function filesIn(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

const closings: (() => Promise<void>)[] = [];
const closeAll = async (): Promise<void> => {
  for (const close of closings.splice(0).reverse()) await close().catch((error: unknown) => console.error(error));
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => closeAll().finally(() => process.exit(1)));
}
try {
  await play((close) => closings.push(close));
} catch (error) {
  console.error(error instanceof StepFailure ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeAll();
}
