import type { Command } from 'commander';
import type { ApiClient } from '../client/api-client.ts';
import { contextOf, withExample } from '../context.ts';
import { type MemberOptions, memberIn } from '../member-options.ts';
import type { MemberKind } from '../members.ts';
import { TokenForApplication, TokenForRuntime } from '../operations/director.generated.ts';
import type { Surroundings } from '../surroundings.ts';

interface TokenOptions extends MemberOptions {
  readonly systemAuth?: string;
  readonly keyThumbprint?: string;
}

interface IssuedToken {
  readonly token: string;
  readonly connectorURL: string;
  readonly expiresAt: string;
  readonly rawEncoded: string | null;
}

export function addTokenCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('token').description('One-time tokens, by which Applications and Runtimes pair.');
  const create = group
    .command('create')
    .description('Makes a one-time token, and prints what its holder pastes. It is shown this once.')
    .option('--app <app>', 'for the Application with this id or name')
    .option('--runtime <runtime>', 'for the Runtime with this id or name')
    .option('--system-auth <id>', 'bring the holder of this credential back as who it was')
    .option('--key-thumbprint <text>', 'bind the token to the key with this thumbprint')
    .action(async (options: TokenOptions, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { kind, id } = await memberIn(options, api);
      const issued = await issueToken(kind, id, { systemAuthID: options.systemAuth, keyThumbprint: options.keyThumbprint }, api);
      print.text({ id, tenant: api.profile.tenant, ...issued }, pasted(kind, id, api.profile.tenant, issued));
      print.note(`Good for one pairing until ${issued.expiresAt}.`);
    });
  withExample(create, 'compass token create --app shop', 'compass token create --runtime laptop > agent.json');
}

export async function issueToken(
  { objectType }: MemberKind,
  id: string,
  bound: { readonly systemAuthID?: string | undefined; readonly keyThumbprint?: string | undefined },
  api: ApiClient,
): Promise<IssuedToken> {
  const { issued } = await api.send(objectType === 'APPLICATION' ? TokenForApplication : TokenForRuntime, { id, ...bound });
  return issued;
}

/** The configuration of the Agent of a Runtime; for an Application the token and its address in one text. */
function pasted({ objectType }: MemberKind, id: string, tenant: string, { token, connectorURL, rawEncoded }: IssuedToken): string {
  if (objectType === 'APPLICATION') return rawEncoded ?? JSON.stringify({ token, connectorURL });
  return JSON.stringify({ CONNECTOR_URL: connectorURL, TOKEN: token, RUNTIME_ID: id, TENANT: tenant }, undefined, 2);
}
