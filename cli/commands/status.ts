import type { Command } from 'commander';
import { firstOf } from '../client/pages.ts';
import { contextOf, withExample } from '../context.ts';
import { positiveInteger } from '../input.ts';
import { applications, lastSeenOf, type Member, runtimes } from '../members.ts';
import type { Surroundings } from '../surroundings.ts';

interface StatusOptions {
  readonly limit?: number;
}

export function addStatusCommand(program: Command, surroundings: Surroundings): void {
  const status = program
    .command('status')
    .description('Shows which Applications and Runtimes are connected, since when, and when their credentials were used last.')
    .option('--limit <number>', 'at most so many of each', positiveInteger)
    .action(async ({ limit }: StatusOptions, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const [apps, places] = await Promise.all([applications, runtimes].map((kind) => firstOf(kind.list(api, []), limit)));
      const rows = [...(places ?? []).map(line('Runtime')), ...(apps ?? []).map(line('Application'))];
      print.list(rows, [
        ['KIND', ({ kind }) => kind],
        ['NAME', ({ name }) => name],
        ['STATUS', ({ status: condition }) => condition],
        ['SINCE', ({ since }) => since],
        ['LAST SEEN', ({ lastSeen }) => lastSeen ?? 'never'],
        ['CREDENTIALS', ({ credentials }) => credentials],
      ]);
    });
  withExample(status, 'compass status', 'compass status --output json');
}

const line =
  (kind: string) =>
  ({ id, name, status, auths }: Member) => ({
    kind,
    id,
    name,
    status: status.condition,
    since: status.timestamp,
    lastSeen: lastSeenOf(auths),
    credentials: auths?.length ?? 0,
  });
