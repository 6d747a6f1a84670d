import { type Command, Option } from 'commander';
import { type ApiClient, apiClient } from './client/api-client.ts';
import { accessTokens } from './login/access-token.ts';
import { type Format, formats, type Printer, printer } from './output/printer.ts';
import { type Choice, chosenProfile } from './profiles/chosen-profile.ts';
import type { Surroundings } from './surroundings.ts';

/** Options of every command. */
export interface GlobalOptions extends Choice {
  readonly output: Format;
}

export interface Context {
  readonly api: ApiClient;
  readonly print: Printer;
  readonly surroundings: Surroundings;
}

export const globalOptions = (): Option[] => [
  new Option('-o, --output <format>', 'format of the results').choices(formats).default('table'),
  new Option('-p, --profile <name>', 'which control plane (COMPASS_PROFILE); "local" is the one that runs on this machine'),
  new Option('-t, --tenant <id>', 'which tenant (COMPASS_TENANT)'),
];

export const printerOf = (command: Command, surroundings: Surroundings): Printer =>
  printer(command.optsWithGlobals<GlobalOptions>().output, surroundings);

export async function contextOf(command: Command, surroundings: Surroundings): Promise<Context> {
  const profile = await chosenProfile(command.optsWithGlobals<GlobalOptions>(), surroundings);
  return {
    api: apiClient(profile, accessTokens(profile, surroundings), surroundings.signal),
    print: printerOf(command, surroundings),
    surroundings,
  };
}

/** Adds an example to the help of a command. */
export const withExample = (command: Command, ...lines: readonly string[]): Command =>
  command.addHelpText('after', `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
