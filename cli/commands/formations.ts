import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import type { ApiClient } from '../client/api-client.ts';
import { everyPage, firstOf } from '../client/pages.ts';
import { confirmDeletion } from '../confirmation.ts';
import { contextOf, withExample } from '../context.ts';
import { isId, positiveInteger } from '../input.ts';
import { type MemberOptions, memberIn, memberOptions } from '../member-options.ts';
import { applications, inFormation, runtimes } from '../members.ts';
import {
  AssignFormation,
  CreateFormation,
  DeleteFormation,
  Formation,
  FormationByName,
  Formations,
  UnassignFormation,
} from '../operations/director.generated.ts';
import { didYouMean } from '../suggestion.ts';
import type { Surroundings } from '../surroundings.ts';

export function addFormationCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('formation').description('Formations: list, get, create, delete, assign, unassign.');
  const list = group
    .command('list')
    .description('Lists the formations of the tenant.')
    .option('--limit <number>', 'at most so many', positiveInteger)
    .action((options: { limit?: number }, command: Command) => listFormations(options, command, surroundings));
  withExample(list, 'compass formation list');
  const get = group
    .command('get <formation>')
    .description('Shows a formation, by its id or name, and what is in it.')
    .action((reference: string, _: object, command: Command) => showFormation(reference, command, surroundings));
  withExample(get, 'compass formation get demo');
  const create = group
    .command('create <name>')
    .description('Creates a formation.')
    .option('--template <name>', 'its formation template')
    .action(async (name: string, options: { template?: string }, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { made } = await api.send(CreateFormation, { in: { name, templateName: options.template } });
      print.object(made, { id: made.id, name: made.name, state: made.state });
    });
  withExample(create, 'compass formation create demo');
  const remove = group
    .command('delete <formation>')
    .description('Deletes a formation, by its id or name. It must be empty.')
    .option('--yes', 'do not ask')
    .action(async (reference: string, options: { yes?: boolean }, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { name } = await formationBy(reference, api);
      await confirmDeletion('formation', name, options, surroundings);
      const { gone } = await api.send(DeleteFormation, { in: { name } });
      print.text(gone, `The formation ${name} is gone.`);
    });
  withExample(remove, 'compass formation delete demo --yes');
  addMembershipCommands(group, surroundings);
}

function addMembershipCommands(group: Command, surroundings: Surroundings): void {
  for (const [verb, operation, description] of [
    ['assign', AssignFormation, 'Puts an Application or a Runtime into a formation.'],
    ['unassign', UnassignFormation, 'Takes an Application or a Runtime out of a formation.'],
  ] as const) {
    const command = memberOptions(group.command(`${verb} <formation>`).description(description)).action(
      async (reference: string, options: MemberOptions, self: Command) => {
        const { api, print } = await contextOf(self, surroundings);
        const { kind, id, name: member } = await memberIn(options, api);
        const { name } = await formationBy(reference, api);
        const { formation } = await api.send(operation, { objectID: id, objectType: kind.objectType, in: { name } });
        const words = verb === 'assign' ? 'is in' : 'is not in';
        print.text({ formation, member: { id, name: member } }, `The ${kind.title} ${member} ${words} the formation ${name}.`);
      },
    );
    withExample(command, `compass formation ${verb} demo --app shop`);
  }
}

const allFormations = (api: ApiClient) => everyPage(async (page) => (await api.send(Formations, page)).page);

async function listFormations({ limit }: { limit?: number }, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  print.list(await firstOf(allFormations(api), limit), [
    ['NAME', ({ name }) => name],
    ['STATE', ({ state }) => state],
    ['ID', ({ id }) => id],
  ]);
}

async function formationBy(reference: string, api: ApiClient) {
  const named = (await api.send(FormationByName, { name: reference })).found;
  const found = named ?? (isId(reference) ? (await api.send(Formation, { id: reference })).found : null);
  if (found) return found;
  const names = (await firstOf(allFormations(api))).map(({ name }) => name);
  throw new CliError('not-found', `There is no formation ${reference}.${didYouMean(reference, names)}`, {
    advice: 'compass formation list names those there are.',
  });
}

async function showFormation(reference: string, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const formation = await formationBy(reference, api);
  const [apps, places] = await Promise.all(
    [applications, runtimes].map(async (kind) =>
      (await firstOf(kind.list(api, [inFormation(formation.name)]))).map(({ id, name }) => ({ id, name })),
    ),
  );
  const names = (members: typeof apps) => members?.map(({ name }) => name);
  print.object(
    { ...formation, applications: apps, runtimes: places },
    { ...formation, applications: names(apps), runtimes: names(places) },
  );
}
