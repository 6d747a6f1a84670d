import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { contextOf, printerOf, withExample } from '../context.ts';
import { Viewer } from '../operations/director.generated.ts';
import { unknownProfile } from '../profiles/chosen-profile.ts';
import { changeConfig, readConfig } from '../profiles/config-file.ts';
import { localProfile } from '../profiles/local-profile.ts';
import { localName } from '../profiles/profile.ts';
import type { Surroundings } from '../surroundings.ts';

export function addProfileCommands(program: Command, surroundings: Surroundings): void {
  const profile = program.command('profile').description('The control planes that this user knows.');
  const list = profile
    .command('list')
    .description('Lists the profiles.')
    .action((_: object, command: Command) => listProfiles(command, surroundings));
  withExample(list, 'compass profile list');
  const use = profile
    .command('use <name>')
    .description('Makes a profile the current one; "local" is the system that runs on this machine.')
    .action((name: string, _: object, command: Command) => useProfile(name, command, surroundings));
  withExample(use, 'compass profile use dev');
  const show = profile
    .command('show')
    .description('Shows the profile in use, and asks the control plane who the user is.')
    .action((_: object, command: Command) => showProfile(command, surroundings));
  withExample(show, 'compass profile show --output json');
  const remove = profile
    .command('remove <name>')
    .description('Forgets a profile and its tokens.')
    .action((name: string, _: object, command: Command) => removeProfile(name, command, surroundings));
  withExample(remove, 'compass profile remove dev');
}

async function listProfiles(command: Command, surroundings: Surroundings): Promise<void> {
  const { current, profiles } = await readConfig(surroundings);
  const local = await localProfile(surroundings, undefined).catch(() => undefined);
  const rows = [
    ...(local ? [{ name: localName, current: current === undefined, tenant: local.tenant, directorUrl: local.directorUrl }] : []),
    ...Object.entries(profiles).map(([name, { tenant, directorUrl }]) => ({ name, current: name === current, tenant, directorUrl })),
  ];
  printerOf(command, surroundings).list(
    rows,
    [
      ['', (row) => (row.current ? '*' : '')],
      ['NAME', (row) => row.name],
      ['TENANT', (row) => row.tenant],
      ['DIRECTOR', (row) => row.directorUrl],
    ],
    'There are none: compass login makes one.',
  );
}

async function useProfile(name: string, command: Command, surroundings: Surroundings): Promise<void> {
  const { profiles } = await readConfig(surroundings);
  if (name !== localName && !profiles[name]) throw unknownProfile(name, profiles);
  await changeConfig(surroundings, (config) => ({ ...config, current: name === localName ? undefined : name }));
  printerOf(command, surroundings).note(`The current profile is ${name}.`);
}

async function showProfile(command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const { tokens, signIn, eventsFile: _, ...shown } = api.profile;
  const { viewer } = await api.send(Viewer, {});
  const value = { ...shown, issuer: signIn?.issuer, clientId: signIn?.clientId, signedInUntil: tokens?.expiresAt, viewer };
  print.object(value, { ...value, viewer: `${viewer.id} (${viewer.type})` });
}

async function removeProfile(name: string, command: Command, surroundings: Surroundings): Promise<void> {
  if (name === localName) throw new CliError('usage', 'The profile local is not stored: it is there while a system runs on this machine.');
  const { profiles } = await readConfig(surroundings);
  if (!profiles[name]) throw unknownProfile(name, profiles);
  await changeConfig(surroundings, ({ current, profiles: { [name]: _, ...others } }) => ({
    current: current === name ? undefined : current,
    profiles: others,
  }));
  printerOf(command, surroundings).note(`The profile ${name} is gone.`);
}
