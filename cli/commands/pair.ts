import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import { CliError } from '../cli-error.ts';
import { contextOf, printerOf, withExample } from '../context.ts';
import { type MemberOptions, memberIn } from '../member-options.ts';
import { pair } from '../pairing/pair.ts';
import { newKey } from '../pairing/signing-request.ts';
import type { Surroundings } from '../surroundings.ts';
import { issueToken } from './tokens.ts';

interface PairOptions extends MemberOptions {
  readonly rawToken?: string;
  readonly out: string;
}

const rawToken = z.object({ token: z.string().min(1), connectorURL: z.url() });

export function addPairCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('pair')
    .description('Pairs as an Application or a Runtime: makes a key, asks for a certificate, and stores both for their owner alone.')
    .option('--app <app>', 'as the Application with this id or name; the signed-in user asks for the token')
    .option('--runtime <runtime>', 'as the Runtime with this id or name')
    .addOption(new Option('--raw-token <text>', 'a one-time token of an administrator (rawEncoded)').conflicts(['app', 'runtime']))
    .requiredOption('--out <folder>', 'where key and certificate are stored')
    .action((options: PairOptions, self: Command) => pairHere(options, self, surroundings));
  withExample(command, 'compass pair --app shop --out shop-identity');
}

async function pairHere(options: PairOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const folder = resolve(surroundings.folder, options.out);
  if (existsSync(join(folder, 'identity.pem')))
    throw new CliError('usage', `${folder} holds an identity already.`, { advice: 'Choose another --out, or move that one away.' });
  const key = await newKey();
  const token = options.rawToken === undefined ? await askedFor(options, key.thumbprint, command, surroundings) : read(options.rawToken);
  const paired = await pair(token, key, folder, surroundings.signal);
  const print = printerOf(command, surroundings);
  print.object(paired, { ...paired });
  print.note(`
Next: ask the Director with this certificate (--cacert for an authority of your own):
  curl --cert '${paired.identity}' '${paired.directorUrl}' -H 'content-type: application/json' -d '{"query":"{ viewer { id type } }"}'
Renew it before it ends, at the Connector: ${paired.connectorUrl}`);
}

async function askedFor(options: MemberOptions, keyThumbprint: string, command: Command, surroundings: Surroundings) {
  const { api } = await contextOf(command, surroundings);
  const { kind, id } = await memberIn(options, api);
  return await issueToken(kind, id, { keyThumbprint }, api);
}

function read(text: string): z.infer<typeof rawToken> {
  try {
    return rawToken.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch (cause) {
    throw new CliError('usage', 'That is no one-time token.', {
      advice: 'Give what compass token create --app prints, or the field rawEncoded.',
      cause,
    });
  }
}
