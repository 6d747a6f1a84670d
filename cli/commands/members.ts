import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { firstOf } from '../client/pages.ts';
import { confirmDeletion } from '../confirmation.ts';
import { contextOf, withExample } from '../context.ts';
import { collected, jsonOrText, positiveInteger } from '../input.ts';
import {
  applications,
  formationsOf,
  inFormation,
  type Labels,
  lastSeenOf,
  type Member,
  type MemberDetails,
  type MemberKind,
  memberBy,
  runtimes,
} from '../members.ts';
import type { LabelFilter } from '../operations/director.generated.ts';
import type { JsonValue } from '../operations/operation.ts';
import type { Printer } from '../output/printer.ts';
import type { Surroundings } from '../surroundings.ts';

interface ListOptions {
  readonly label?: readonly string[];
  readonly formation?: string;
  readonly limit?: number;
}

interface CreateOptions {
  readonly description?: string;
  readonly label?: readonly string[];
  readonly formation?: readonly string[];
}

export const addApplicationCommands = (program: Command, surroundings: Surroundings): void =>
  addMemberCommands(program, applications, 'shop', surroundings);

export const addRuntimeCommands = (program: Command, surroundings: Surroundings): void =>
  addMemberCommands(program, runtimes, 'laptop', surroundings);

function addMemberCommands(program: Command, kind: MemberKind, example: string, surroundings: Surroundings): void {
  const { title, command: name } = kind;
  const group = program.command(name).description(`${title}s: list, get, create, delete, label.`);
  const list = group
    .command('list')
    .description(`Lists the ${title}s of the tenant.`)
    .option('--label <key[=value]>', 'only those with the label; may be repeated', collected)
    .option('--formation <name>', 'only those in the formation')
    .option('--limit <number>', 'at most so many', positiveInteger)
    .action((options: ListOptions, command: Command) => listMembers(kind, options, command, surroundings));
  withExample(list, `compass ${name} list --formation demo`, `compass ${name} list --label region=eu --output json`);
  const get = group
    .command(`get <${name}>`)
    .description(`Shows one ${title}, by its id or name.`)
    .action((reference: string, _: object, command: Command) => showMember(kind, reference, command, surroundings));
  withExample(get, `compass ${name} get ${example}`);
  const create = group
    .command('create <name>')
    .description(`Registers ${title === 'Application' ? 'an' : 'a'} ${title}.`)
    .option('--description <text>', 'what it is')
    .option('--label <key=value>', 'a label, whose value may be JSON; may be repeated', collected)
    .option('--formation <name>', 'a formation it starts in; may be repeated', collected)
    .action((given: string, options: CreateOptions, command: Command) => createMember(kind, given, options, command, surroundings));
  withExample(create, `compass ${name} create ${example} --formation demo --label region=eu`);
  const remove = group
    .command(`delete <${name}>`)
    .description(`Unregisters ${title === 'Application' ? 'an' : 'a'} ${title}, by its id or name.`)
    .option('--yes', 'do not ask')
    .action((reference: string, options: { yes?: boolean }, command: Command) =>
      deleteMember(kind, reference, options, command, surroundings),
    );
  withExample(remove, `compass ${name} delete ${example} --yes`);
  const label = group
    .command(`label <${name}> [changes...]`)
    .description('Sets labels by key=value, removes them by key-, and shows those there are then.')
    .action((reference: string, changes: string[], _: object, command: Command) =>
      labelMember(kind, reference, changes, command, surroundings),
    );
  withExample(label, `compass ${name} label ${example} region=eu 'owners=["ada","grace"]' draft-`);
}

async function listMembers(kind: MemberKind, options: ListOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const labels = (options.label ?? []).map(filterOf);
  const filter = options.formation === undefined ? labels : [...labels, inFormation(options.formation)];
  print.list<Member>(await firstOf(kind.list(api, filter), options.limit), [
    ['NAME', ({ name }) => name],
    ['STATUS', ({ status }) => status.condition],
    ['FORMATIONS', ({ labels: ofMember }) => formationsOf(ofMember)],
    ['ID', ({ id }) => id],
  ]);
}

function filterOf(text: string): LabelFilter {
  const at = text.indexOf('=');
  return at < 0 ? { key: text } : { key: text.slice(0, at), query: JSON.stringify(jsonOrText(text.slice(at + 1))) };
}

async function showMember(kind: MemberKind, reference: string, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const member = await memberBy(kind, reference, api);
  print.object(member, linesOf(member));
}

function linesOf(member: MemberDetails): Readonly<Record<string, unknown>> {
  const { status, labels, auths, eventingConfiguration, bundles, ...others } = member;
  return {
    ...others,
    status: status.condition,
    statusSince: status.timestamp,
    formations: formationsOf(labels),
    labels: Object.entries(labels ?? {}).map(labelText),
    events: eventingConfiguration?.defaultURL,
    bundles: bundles?.data.map(({ name }) => name),
    credentials: auths?.length ?? 0,
    lastSeen: lastSeenOf(auths),
  };
}

const labelText = ([key, value]: readonly [string, JsonValue]): string =>
  `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`;

async function createMember(
  kind: MemberKind,
  name: string,
  { description, label = [], formation }: CreateOptions,
  command: Command,
  surroundings: Surroundings,
): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const labels = { ...Object.fromEntries(label.map(assignment)), ...(formation ? { scenarios: formation } : {}) };
  showMade(await kind.register(api, { name, description, labels }), print);
}

function showMade(made: Member, print: Printer): void {
  print.object(made, { id: made.id, name: made.name, status: made.status.condition, formations: formationsOf(made.labels) });
}

function assignment(text: string): [string, JsonValue] {
  const at = text.indexOf('=');
  if (at < 1) throw new CliError('usage', `${text} is no label.`, { advice: 'A label is key=value, where the value may be JSON.' });
  return [text.slice(0, at), jsonOrText(text.slice(at + 1))];
}

async function deleteMember(
  kind: MemberKind,
  reference: string,
  options: { yes?: boolean },
  command: Command,
  surroundings: Surroundings,
): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const { id, name } = await memberBy(kind, reference, api);
  await confirmDeletion(kind.title, name, options, surroundings);
  await kind.unregister(api, id);
  print.text({ id, name }, `The ${kind.title} ${name} is gone.`);
}

async function labelMember(
  kind: MemberKind,
  reference: string,
  changes: readonly string[],
  command: Command,
  surroundings: Surroundings,
): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const steps = changes.map(changeOf);
  const { id } = await memberBy(kind, reference, api);
  for (const { key, value } of steps) await (value === undefined ? kind.deleteLabel(api, id, key) : kind.setLabel(api, id, key, value));
  const labels: Labels = (await memberBy(kind, id, api)).labels ?? {};
  print.text(labels, Object.entries(labels).map(labelText).join('\n'));
}

function changeOf(text: string): { readonly key: string; readonly value?: JsonValue } {
  if (text.endsWith('-') && !text.includes('=')) return { key: text.slice(0, -1) };
  const [key, value] = assignment(text);
  return { key, value };
}
