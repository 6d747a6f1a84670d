import { CliError } from './cli-error.ts';
import type { ApiClient } from './client/api-client.ts';
import { everyPage, type Page } from './client/pages.ts';
import { isId } from './input.ts';
import {
  Application,
  Applications,
  DeleteApplicationLabel,
  DeleteRuntimeLabel,
  type LabelFilter,
  RegisterApplication,
  RegisterRuntime,
  Runtime,
  Runtimes,
  SetApplicationLabel,
  SetRuntimeLabel,
  UnregisterApplication,
  UnregisterRuntime,
} from './operations/director.generated.ts';
import type { JsonValue, Operation } from './operations/operation.ts';
import { didYouMean } from './suggestion.ts';

export type Labels = Readonly<Record<string, JsonValue>>;

/** An Application or a Runtime as lists show it. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly status: { readonly condition: string; readonly timestamp: string };
  readonly labels: Labels | null;
  readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null;
}

export type MemberDetails = Member & {
  readonly description: string | null;
  readonly eventingConfiguration: { readonly defaultURL: string } | null;
  readonly bundles?: { readonly data: readonly { readonly id: string; readonly name: string }[] } | null;
};

interface Registration {
  readonly name: string;
  readonly description?: string | undefined;
  readonly labels: Labels;
}

/** The operations on Applications, and those on Runtimes, in the same terms. */
export interface MemberKind<Details extends MemberDetails = MemberDetails> {
  /** The name of one in sentences. */
  readonly title: string;
  /** The name of its commands. */
  readonly command: string;
  readonly objectType: 'APPLICATION' | 'RUNTIME';
  readonly list: (api: ApiClient, filter: readonly LabelFilter[]) => AsyncGenerator<Member>;
  readonly get: (api: ApiClient, id: string) => Promise<Details | null>;
  readonly register: (api: ApiClient, registration: Registration) => Promise<Member>;
  readonly unregister: (api: ApiClient, id: string) => Promise<unknown>;
  readonly setLabel: (api: ApiClient, id: string, key: string, value: JsonValue) => Promise<unknown>;
  readonly deleteLabel: (api: ApiClient, id: string, key: string) => Promise<unknown>;
}

type PageVariables = { readonly filter?: readonly LabelFilter[] | null; readonly first?: number | null; readonly after?: string | null };

const pages =
  <Row>(operation: Operation<{ readonly page: Page<Row> }, PageVariables>) =>
  (api: ApiClient, filter: readonly LabelFilter[]): AsyncGenerator<Row> =>
    everyPage(async (page) => (await api.send(operation, { ...page, filter })).page);

const found =
  <Details>(operation: Operation<{ readonly found: Details | null }, { readonly id: string }>) =>
  async (api: ApiClient, id: string): Promise<Details | null> =>
    (await api.send(operation, { id })).found;

const registered =
  (operation: Operation<{ readonly made: Member }, { readonly in: Registration }>) =>
  async (api: ApiClient, registration: Registration): Promise<Member> =>
    (await api.send(operation, { in: registration })).made;

const application = found(Application);
const runtime = found(Runtime);

export const applications: MemberKind<NonNullable<Awaited<ReturnType<typeof application>>>> = {
  title: 'Application',
  command: 'app',
  objectType: 'APPLICATION',
  list: pages(Applications),
  get: application,
  register: registered(RegisterApplication),
  unregister: (api, id) => api.send(UnregisterApplication, { id }),
  setLabel: (api, id, key, value) => api.send(SetApplicationLabel, { id, key, value }),
  deleteLabel: (api, id, key) => api.send(DeleteApplicationLabel, { id, key }),
};

export const runtimes: MemberKind<NonNullable<Awaited<ReturnType<typeof runtime>>>> = {
  title: 'Runtime',
  command: 'runtime',
  objectType: 'RUNTIME',
  list: pages(Runtimes),
  get: runtime,
  register: registered(RegisterRuntime),
  unregister: (api, id) => api.send(UnregisterRuntime, { id }),
  setLabel: (api, id, key, value) => api.send(SetRuntimeLabel, { id, key, value }),
  deleteLabel: (api, id, key) => api.send(DeleteRuntimeLabel, { id, key }),
};

/** The member with this id or name. Throws a CliError if there is none, and if several have the name. */
export async function memberBy<Details extends MemberDetails>(
  kind: MemberKind<Details>,
  reference: string,
  api: ApiClient,
): Promise<Details> {
  const details = await kind.get(api, isId(reference) ? reference : await idByName(kind, reference, api));
  if (details) return details;
  throw new CliError('not-found', `There is no ${kind.title} ${reference}.`, {
    advice: `compass ${kind.command} list names those there are.`,
  });
}

async function idByName({ title, command, list }: MemberKind, name: string, api: ApiClient): Promise<string> {
  const names: string[] = [];
  const ids: string[] = [];
  for await (const member of list(api, [])) {
    names.push(member.name);
    if (member.name === name) ids.push(member.id);
  }
  if (ids.length > 1)
    throw new CliError('usage', `${ids.length} ${title}s are named ${name}.`, { advice: `Give one of their ids: ${ids.join(', ')}` });
  if (ids[0] !== undefined) return ids[0];
  throw new CliError('not-found', `There is no ${title} ${name}.${didYouMean(name, names)}`, {
    advice: `compass ${command} list names those there are; names are compared exactly.`,
  });
}

/** The formations that a member is in. */
export function formationsOf(labels: Labels | null): readonly string[] {
  const scenarios = labels?.scenarios;
  return Array.isArray(scenarios) ? scenarios.filter((name): name is string => typeof name === 'string') : [];
}

/** The time at which one of the credentials of a member was used last; undefined if none was. */
export function lastSeenOf(auths: Member['auths']): string | undefined {
  return (auths ?? [])
    .flatMap(({ lastSeenAt }) => lastSeenAt ?? [])
    .sort()
    .at(-1);
}

/** The filter of the members of a formation. */
export const inFormation = (name: string): LabelFilter => ({ key: 'scenarios', query: `$[*] ? (@ == ${JSON.stringify(name)})` });
