#!/usr/bin/env node
// First, so that a signal counts while the rest is loaded.
import './stop-signal.ts';

import { Command, InvalidArgumentError, Option } from 'commander';
import { type AgentOptions, realSurroundings, runForever, runOnce } from './agent.ts';
import { messageOf } from './agent-error.ts';
import { surviveLostOutput } from './output.ts';
import metadata from './package.json' with { type: 'json' };
import { type KeyType, keyTypes } from './pairing/key-pair.ts';
import { stopSignal } from './stop-signal.ts';

/** Milliseconds after a signal in which the process ends in any case: every step may be cut off. */
const longestEnd = 4500;

interface CommandLine {
  readonly config?: string;
  readonly stateDir: string;
  readonly ca?: string;
  readonly allowHttp?: boolean;
  readonly eventsUrl?: string;
  readonly consoleUrl?: string;
  readonly syncPeriod: number;
  readonly keyType: KeyType;
  readonly once?: boolean;
}

const command = new Command('compass-runtime-agent')
  .description('Pairs a Runtime with Compass and keeps its Applications up to date.')
  .version(metadata.version)
  .option('--config <file>', 'JSON file with CONNECTOR_URL, TOKEN, RUNTIME_ID and TENANT; what it lacks comes from the environment')
  .option('--state-dir <folder>', 'where key, certificates and Applications are kept', '.compass-runtime-agent')
  .option('--ca <file>', 'PEM of a server CA to trust beside those of the system (CA_FILE)')
  .option('--allow-http', 'ask addresses without TLS, too (ALLOW_HTTP); those of this machine always may be')
  .option('--events-url <url>', "the Runtime's eventing URL (RUNTIME_EVENTS_URL)")
  .option('--console-url <url>', "the Runtime's console URL (RUNTIME_CONSOLE_URL)")
  .option('--sync-period <seconds>', 'seconds between two cycles where the server names none', positiveNumber, 20)
  .addOption(new Option('--key-type <type>', 'type of new keys').choices(keyTypes).default('ec-p256'))
  .option('--once', 'run one cycle and exit')
  .parse();

const line = command.opts<CommandLine>();
const options: AgentOptions = {
  stateFolder: line.stateDir,
  sources: {
    file: line.config,
    environment: process.env,
    options: {
      CA_FILE: line.ca,
      ALLOW_HTTP: line.allowHttp ? 'true' : undefined,
      RUNTIME_EVENTS_URL: line.eventsUrl,
      RUNTIME_CONSOLE_URL: line.consoleUrl,
    },
  },
  keyType: line.keyType,
  periodSeconds: line.syncPeriod,
};

surviveLostOutput();
stopSignal.addEventListener('abort', () => setTimeout(() => process.exit(0), longestEnd).unref());

try {
  await (line.once ? runOnce : runForever)(options, realSurroundings, stopSignal);
} catch (error) {
  if (!stopSignal.aborted) {
    process.stderr.write(`compass-runtime-agent: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above zero.');
  return number;
}
