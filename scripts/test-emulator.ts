import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { type StopSteps, stopSteps } from '#local/stop-steps.ts';
import { stageOf } from './demo/stage.ts';
import { StepFailure, stepReporter } from './demo/step-reporter.ts';
import { playWorkflow } from './demo/workflow.ts';
import { openEmulatorFolder } from './emulator/emulator-folder.ts';
import { watchMemory } from './emulator/memory.ts';
import { playCommands } from './emulator/play-commands.ts';
import { playDestruction } from './emulator/play-destruction.ts';
import { playDeprovisioning } from './emulator/play-end.ts';
import { playEvents } from './emulator/play-events.ts';
import { playFirstDeployment } from './emulator/play-first-deployment.ts';
import { playOutsideClient } from './emulator/play-outside-client.ts';
import { playRestore } from './emulator/play-restore.ts';
import { playRights } from './emulator/play-rights.ts';
import { playRuntimeStack } from './emulator/play-runtime-stack.ts';
import { playUpgrade } from './emulator/play-upgrade.ts';
import { installMiniStack } from './emulator/python.ts';
import { assemblyFor } from './emulator/synthesize.ts';
import { type EmulatedSystem, startEmulatedSystem } from './emulator/system.ts';
import { statesOfWorkflows } from './emulator/workflow-states.ts';

const { app } = new Command('npm run test:emulator --')
  .description('Deploys the whole system to an emulator of AWS, and plays the workflow against it.')
  .option('--app <folder>', 'a cloud assembly that is synthesized already')
  .allowExcessArguments(false)
  .parse()
  .opts<{ app?: string }>();

let passed = 0;
const cleanup = stopSteps();

async function play(): Promise<void> {
  const python = await installMiniStack();
  const folder = await openEmulatorFolder('test', cleanup);
  const assembly = await assemblyFor(app, folder);
  const system = await step(
    'deployment',
    1,
    'the next attempt deploys every stack to the account, and an administrator signs in',
    async () =>
      startEmulatedSystem({
        python,
        assembly,
        folder,
        cleanup,
        ports: { emulator: 0, port: 0, mtlsPort: 0 },
        rehearse: playFirstDeployment(step),
      }),
  );
  try {
    await playOn(system, { assembly, folder }, cleanup);
  } catch (error) {
    console.error(await faultsIn(system.emulator));
    throw error;
  }
}

async function playOn(
  system: EmulatedSystem,
  { assembly, folder }: { assembly: string; folder: string },
  closing: StopSteps,
): Promise<void> {
  const { emulator, deployment, description, runtimesFolder } = system;
  const stage = await stageOf({
    step,
    system: description,
    folder,
    clientAuthority: deployment.clientAuthority,
    runtimesFolder,
    statesOfWorkflows: () => statesOfWorkflows(emulator),
    closeLater: closing.add,
  });
  const cast = await playWorkflow(stage);
  await playOutsideClient(stage, folder);
  await playDeprovisioning(stage, cast, system);
  await playRuntimeStack(stage, cast, system, folder);
  await playEvents(stage);
  await playCommands(stage, system, folder);
  await playRestore(stage, system);
  await playRights(stage, system);
  await playDestruction(stage, system);
  await playUpgrade(stage, system, { assembly, folder });
}

/** Returns the last errors in the output of the emulator and its functions. */
async function faultsIn({ log }: EmulatedSystem['emulator']): Promise<string> {
  const lines = (await log()).split('\n').filter((line) => /ERROR|WARN/.test(line));
  return lines.slice(-30).join('\n');
}

const step = stepReporter((line) => {
  passed += 1;
  console.log(line);
});

const startedAt = performance.now();
const memory = watchMemory(process.pid);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cleanup.run().finally(() => process.exit(1)));
let failed = 0;
try {
  await play();
} catch (error) {
  failed = 1;
  console.error(error instanceof StepFailure || error instanceof Refusal ? error.message : error);
  if (error instanceof StepFailure && !(error.cause instanceof Refusal)) console.error(error.cause);
} finally {
  await cleanup.run();
}
console.log(
  `emulator: ${Math.round((performance.now() - startedAt) / 1000)} s, ${memory.peakMegabytes()} MB at most\n${passed} passed, ${failed} failed`,
);
process.exit(failed);
