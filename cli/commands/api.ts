import type { Command } from 'commander';
import { CliError, messageOf } from '../cli-error.ts';
import type { ApiClient } from '../client/api-client.ts';
import { everyPage, type Page, type PageRequest } from '../client/pages.ts';
import { contextOf, withExample } from '../context.ts';
import { textOf } from '../input.ts';
import { applications, memberBy } from '../members.ts';
import {
  AddApi,
  AddBundle,
  AddEvent,
  ApiDefinitions,
  Bundles,
  EventDefinitions,
  UpdateApi,
  UpdateEvent,
} from '../operations/director.generated.ts';
import { type Specification, specificationIn } from '../publishing/specification.ts';
import type { Surroundings } from '../surroundings.ts';

interface PublishOptions {
  readonly app: string;
  readonly bundle: string;
  readonly name?: string;
  readonly targetUrl?: string;
}

const downloadTimeoutMs = 30_000;

export function addApiCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('api').description('API and Event Definitions of Applications.');
  const publish = group
    .command('publish <file>')
    .description(
      'Publishes OpenAPI, AsyncAPI or OData (EDMX, CSDL) from a file, a URL or "-". A definition of the same name is replaced in place.',
    )
    .requiredOption('--app <app>', 'id or name of the Application')
    .option('--bundle <name>', 'the bundle of a new definition; it is made if there is none', 'apis')
    .option('--name <name>', 'name of the definition; default: the title in the text')
    .option('--target-url <url>', 'where the API is served; default: the first server in the text')
    .action((file: string, options: PublishOptions, command: Command) => publishFile(file, options, command, surroundings));
  withExample(
    publish,
    'compass api publish openapi.yaml --app shop --target-url https://shop.example.com/api',
    'compass api publish https://shop.example.com/asyncapi.json --app shop',
  );
}

async function publishFile(file: string, options: PublishOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const text = await (/^https?:\/\//.test(file) ? download(file, surroundings.signal) : textOf(file, surroundings));
  const specification = specificationIn(text);
  const name = options.name ?? specification.title;
  if (!name) throw new CliError('usage', 'The text has no title.', { advice: 'Give a --name.' });
  const { api, print } = await contextOf(command, surroundings);
  const { id } = await memberBy(applications, options.app, api);
  const wanted = { name, applicationId: id, text, specification, ...options };
  const outcome = await (specification.kind === 'ASYNC_API' ? publishEvents(wanted, api) : publishApi(wanted, api));
  print.text(
    { ...outcome.published, kind: specification.kind, replaced: outcome.replaced },
    `${outcome.replaced ? 'Replaced' : 'Published'} ${outcome.published.name} (${specification.kind}), ${outcome.published.id}.`,
  );
}

interface Wanted {
  readonly name: string;
  readonly applicationId: string;
  readonly text: string;
  readonly specification: Specification;
  readonly bundle: string;
  readonly targetUrl?: string;
}

const versionOf = ({ version }: Specification) => (version === undefined ? undefined : { value: version });

async function publishApi({ name, applicationId: id, text, specification, bundle, ...given }: Wanted, api: ApiClient) {
  const { kind, format } = specification;
  const before = await firstNamed(name, (page) => api.send(ApiDefinitions, { id, ...page }));
  const targetURL = given.targetUrl ?? specification.targetUrl ?? before?.targetURL;
  if (!targetURL) throw new CliError('usage', 'The text does not say where the API is served.', { advice: 'Give a --target-url.' });
  const kept = { description: before?.description, group: before?.group };
  const type = kind === 'ODATA' ? ('ODATA' as const) : ('OPEN_API' as const);
  const input = { ...kept, name, targetURL, version: versionOf(specification), spec: { data: text, type, format } };
  if (before) return { ...(await api.send(UpdateApi, { id: before.id, in: input })), replaced: true };
  return { ...(await api.send(AddApi, { bundleID: await bundleNamed(bundle, id, api), in: input })), replaced: false };
}

async function publishEvents({ name, applicationId: id, text, specification, bundle }: Wanted, api: ApiClient) {
  const before = await firstNamed(name, (page) => api.send(EventDefinitions, { id, ...page }));
  const spec = { data: text, type: 'ASYNC_API' as const, format: specification.format };
  const input = { description: before?.description, group: before?.group, name, version: versionOf(specification), spec };
  if (before) return { ...(await api.send(UpdateEvent, { id: before.id, in: input })), replaced: true };
  return { ...(await api.send(AddEvent, { bundleID: await bundleNamed(bundle, id, api), in: input })), replaced: false };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const emptyPage = { data: [], pageInfo: { endCursor: '', hasNextPage: false } };

async function firstNamed<Row extends Named>(
  name: string,
  read: (page: PageRequest) => Promise<{ page: Page<Row> | null }>,
): Promise<Row | undefined> {
  for await (const row of everyPage<Row>(async (page) => (await read(page)).page ?? emptyPage)) if (row.name === name) return row;
  return undefined;
}

async function bundleNamed(name: string, id: string, api: ApiClient): Promise<string> {
  const found = await firstNamed<Named>(name, async (page) => ({
    page: (await api.send(Bundles, { id, ...page })).owner?.bundles ?? null,
  }));
  return found?.id ?? (await api.send(AddBundle, { applicationID: id, in: { name } })).bundle.id;
}

async function download(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(downloadTimeoutMs)]) }).catch(
    (cause: unknown) => {
      throw new CliError('unavailable', `${url} cannot be read: ${messageOf(cause)}`, { cause });
    },
  );
  if (!response.ok) throw new CliError('failed', `${url} answers with status ${response.status}.`);
  return await response.text();
}
