import type { Command } from 'commander';
import { CliError } from './cli-error.ts';
import type { ApiClient } from './client/api-client.ts';
import { applications, type MemberKind, memberBy, runtimes } from './members.ts';

/** Options that name an Application or a Runtime. */
export interface MemberOptions {
  readonly app?: string;
  readonly runtime?: string;
}

interface NamedMember {
  readonly kind: MemberKind;
  readonly id: string;
  readonly name: string;
}

/** The Application or the Runtime that the options name. Throws a CliError unless they name exactly one. */
export async function memberIn({ app, runtime }: MemberOptions, api: ApiClient): Promise<NamedMember> {
  if ((app === undefined) === (runtime === undefined)) throw new CliError('usage', 'Give either --app or --runtime.');
  const kind: MemberKind = app === undefined ? runtimes : applications;
  const { id, name } = await memberBy(kind, app ?? runtime ?? '', api);
  return { kind, id, name };
}

/** Adds the options to a command. */
export const memberOptions = (command: Command): Command =>
  command.option('--app <app>', 'id or name of the Application').option('--runtime <runtime>', 'id or name of the Runtime');
