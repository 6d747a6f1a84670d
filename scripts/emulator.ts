import { Command } from 'commander';
import { readPort } from '#local/command-line.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { stopSteps } from '#local/stop-steps.ts';
import { openEmulatorFolder } from './emulator/emulator-folder.ts';
import { installMiniStack } from './emulator/python.ts';
import { assemblyFor } from './emulator/synthesize.ts';
import { type EmulatedSystem, startEmulatedSystem } from './emulator/system.ts';

// Registered before anything starts, so that a signal during the start stops cleanly too. npm passes Ctrl-C on a second time.
const stopRequested = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

const flags = new Command('npm run emulator --')
  .description('Runs the whole deployment on an emulator of AWS.')
  .option('--app <folder>', 'a cloud assembly that is synthesized already')
  .option('--emulator-port <number>', 'port of the emulator', readPort, 4566)
  .option('--port <number>', 'port of the public API', readPort, 4000)
  .option('--mtls-port <number>', 'port of the API with client certificates', readPort, 4443)
  .option('--stop', 'end what an emulator that was killed left behind, and start none')
  .allowExcessArguments(false)
  .parse()
  .opts<{ app?: string; emulatorPort: number; port: number; mtlsPort: number; stop?: true }>();

function announce({ emulator, description, deployment }: EmulatedSystem): void {
  const [tenant = ''] = description.tenants;
  console.log(`Compass is deployed as ${deployment.prefix}.
  Director     ${description.directorUrl}
  Connector    ${description.connectorUrl}
  Provisioner  ${description.provisionerUrl}
  mutual TLS   ${description.mtlsUrl}, which a file of the authority proves: ${description.caCertificate}
  tenants      ${description.tenants.join(', ')}
  events       ${description.events}

For tools that talk to AWS:
${Object.entries(emulator.environment)
  .map(([name, value]) => `  export ${name}=${value}`)
  .join('\n')}

An administrator's token, for an hour:
  export TOKEN=${description.adminTokens[tenant]}
Stop with Ctrl-C: nothing is kept.`);
}

const cleanup = stopSteps();
try {
  const folder = await openEmulatorFolder('system', cleanup);
  if (flags.stop) {
    await cleanup.run();
    console.log('Nothing of an emulator is left.');
    process.exit(0);
  }
  const python = await installMiniStack();
  const ports = { emulator: flags.emulatorPort, port: flags.port, mtlsPort: flags.mtlsPort };
  announce(await startEmulatedSystem({ python, assembly: await assemblyFor(flags.app, folder), folder, cleanup, ports }));
  await stopRequested;
  await cleanup.run();
  process.exit(0);
} catch (error) {
  await cleanup.run();
  sayAndExit(error);
}
