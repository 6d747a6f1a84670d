import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playPull, playReady, playRuntimeConfiguration, playWebhook } from './demo/configuration.ts';
import { listen } from './demo/listening-application.ts';
import { playPairing } from './demo/pairing.ts';
import { playApiRegistration } from './demo/registration.ts';
import { playProvisioning } from './demo/runtime.ts';
import { stageOf } from './demo/stage.ts';
import { StepFailure, stepReporter } from './demo/step-reporter.ts';
import { startSystemProcess } from './demo/system-process.ts';

/** Plays the whole workflow against the system as users run it: real processes, real HTTP, real TLS, a folder of its own. */
async function play(closeLater: (close: () => Promise<void>) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-demo-'));
  closeLater(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'system');
  const running = await startSystemProcess(dataDir);
  closeLater(running.stop);
  try {
    const stage = await stageOf({ step: stepReporter(console.log), system: running.description, folder, dataDir, closeLater });
    const application = await playPairing(stage);
    await playApiRegistration(stage, application);
    const listening = await listen(stage, application);
    const runtime = await playProvisioning(stage);
    const cast = { application, runtime, listening };
    await playReady(stage, cast);
    await playPull(stage, cast);
    await playWebhook(stage, cast);
    await playRuntimeConfiguration(stage, cast);
  } catch (error) {
    console.error(running.output());
    throw error;
  }
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
