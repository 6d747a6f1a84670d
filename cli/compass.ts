import { Command, CommanderError } from 'commander';
import { CliError, messageOf } from './cli-error.ts';
import { addApiCommands } from './commands/api.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addDeliveryCommands } from './commands/deliveries.ts';
import { addDoctorCommands } from './commands/doctor.ts';
import { addEventCommands } from './commands/events.ts';
import { addFormationCommands } from './commands/formations.ts';
import { addGraphqlCommand } from './commands/graphql.ts';
import { addLoginCommands } from './commands/login.ts';
import { addApplicationCommands, addRuntimeCommands } from './commands/members.ts';
import { addPairCommand } from './commands/pair.ts';
import { addProfileCommands } from './commands/profiles.ts';
import { addProvisioningCommands } from './commands/provisioning.ts';
import { addStatusCommand } from './commands/status.ts';
import { addTokenCommands } from './commands/tokens.ts';
import { addWebhookCommands } from './commands/webhooks.ts';
import { globalOptions } from './context.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { painter } from './output/paint.ts';
import metadata from './package.json' with { type: 'json' };
import type { Surroundings } from './surroundings.ts';

const help = `
Exit codes:
  0  done
  1  the control plane refused it, or it failed
  2  the command line or the configuration must be changed
  3  sign in first
  4  the object does not exist, or may not be seen
  5  the control plane or the issuer does not answer; the same command may work later
  130  interrupted

Start with: compass login --help, or in the folder of a system that runs on this machine: compass app list`;

/** The whole command line. Throws a CommanderError instead of ending the process. */
export function compassProgram(surroundings: Surroundings): Command {
  const { stdout, stderr } = surroundings;
  const program = new Command('compass')
    .description('Administers Applications, Runtimes and formations of a control plane, as the signed-in user.')
    .version(metadata.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows how it is used)')
    .allowExcessArguments(false)
    .addHelpText('after', help);
  for (const option of globalOptions()) program.addOption(option);
  addLoginCommands(program, surroundings);
  addProfileCommands(program, surroundings);
  addApplicationCommands(program, surroundings);
  addRuntimeCommands(program, surroundings);
  addFormationCommands(program, surroundings);
  addTokenCommands(program, surroundings);
  addPairCommand(program, surroundings);
  addProvisioningCommands(program, surroundings);
  addStatusCommand(program, surroundings);
  addApiCommands(program, surroundings);
  addWebhookCommands(program, surroundings);
  addDeliveryCommands(program, surroundings);
  addEventCommands(program, surroundings);
  addGraphqlCommand(program, surroundings);
  addDoctorCommands(program, surroundings);
  addCompletionCommand(program, surroundings);
  return program;
}

/** Runs a command line, without the name of the program, and returns the exit code. Says on the standard error why it failed, and what to do. */
export async function compass(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await compassProgram(surroundings).parseAsync([...args], { from: 'user' });
    return surroundings.signal.aborted ? exitCodes.interrupted : exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (surroundings.signal.aborted) return exitCodes.interrupted;
    const paint = painter(surroundings.stderr, surroundings.environment);
    surroundings.stderr.write(`${paint('red', 'error:')} ${messageOf(error)}\n`);
    if (error instanceof CliError && error.advice) surroundings.stderr.write(`${error.advice}\n`);
    return exitCodeOf(error);
  }
}
