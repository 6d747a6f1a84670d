import { Command, InvalidArgumentError, Option } from 'commander';
import type { AgentOptions } from './agent.ts';
import { exitCodes } from './exit-code.ts';
import metadata from './package.json' with { type: 'json' };
import { type KeyType, keyTypes } from './pairing/key-pair.ts';

interface Flags {
  readonly config?: string;
  readonly stateDir: string;
  readonly ca?: string;
  readonly allowHttp?: boolean;
  readonly eventsUrl?: string;
  readonly eventsUrlForTokens?: string;
  readonly consoleUrl?: string;
  readonly syncPeriod: number;
  readonly keyType: KeyType;
  readonly onChange?: string;
  readonly touchOnChange?: string;
  readonly once?: boolean;
  readonly check?: boolean;
}

interface CommandLine {
  readonly mode: 'loop' | 'once' | 'check';
  readonly options: AgentOptions;
}

const help = `
Exit codes:
  0  done, or ended by SIGINT or SIGTERM
  1  failed for a reason that may pass, or --check found something wrong
  2  the command line or the configuration must be changed
  3  a fresh one-time token is needed
  4  the state folder is in use, or belongs to another Runtime

Start with: compass-runtime-agent --check --config agent.json`;

/** Ends the process for --help and --version, and for a command line that cannot be understood. */
export function readCommandLine(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): CommandLine {
  const flags = command()
    .parse([...argv])
    .opts<Flags>();
  return {
    mode: flags.check ? 'check' : flags.once ? 'once' : 'loop',
    options: {
      stateFolder: flags.stateDir,
      sources: {
        file: flags.config,
        environment,
        options: {
          CA_FILE: flags.ca,
          ALLOW_HTTP: flags.allowHttp ? 'true' : undefined,
          RUNTIME_EVENTS_URL: flags.eventsUrl,
          RUNTIME_EVENTS_URL_FOR_TOKENS: flags.eventsUrlForTokens,
          RUNTIME_CONSOLE_URL: flags.consoleUrl,
        },
      },
      keyType: flags.keyType,
      periodSeconds: flags.syncPeriod,
      hooks: { command: flags.onChange, file: flags.touchOnChange },
    },
  };
}

const command = (): Command =>
  new Command('compass-runtime-agent')
    .description('Pairs a Runtime with Compass and keeps its Applications up to date.')
    .version(metadata.version)
    .option('--config <file>', 'JSON file with CONNECTOR_URL, TOKEN, RUNTIME_ID and TENANT; what it lacks comes from the environment')
    .option('--state-dir <folder>', 'where key, certificates and Applications are kept', '.compass-runtime-agent')
    .option('--ca <file>', 'PEM of a server CA to trust beside those of the system (CA_FILE)')
    .option('--allow-http', 'ask addresses without TLS, too (ALLOW_HTTP); those of this machine always may be')
    .option('--events-url <url>', "the Runtime's eventing URL (RUNTIME_EVENTS_URL)")
    .option('--events-url-for-tokens <url>', 'the same for senders with access tokens (RUNTIME_EVENTS_URL_FOR_TOKENS)')
    .option('--console-url <url>', "the Runtime's console URL (RUNTIME_CONSOLE_URL)")
    .option('--sync-period <seconds>', 'seconds between two cycles where the server names none', positiveNumber, 20)
    .addOption(new Option('--key-type <type>', 'type of new keys').choices(keyTypes).default('ec-p256'))
    .option('--on-change <command>', 'shell command to run after Applications changed; repeated until it ends with code 0')
    .option('--touch-on-change <file>', 'file whose time is set after Applications changed')
    .addOption(new Option('--once', 'run one cycle and exit').conflicts('check'))
    .option('--check', 'change nothing, say what is reachable, trusted and valid and until when, and exit')
    .addHelpText('after', help)
    .allowExcessArguments(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.misconfigured));

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above zero.');
  return number;
}
