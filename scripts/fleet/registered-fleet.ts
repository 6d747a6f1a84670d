import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import type { Random } from '../soak/random.ts';
import { untilKnown, type World } from '../soak/world.ts';

export interface FleetRuntime {
  readonly id: string;
  readonly formation: string;
  /** Folder of the Agent. */
  readonly folder: string;
}

/** Runtimes that share a formation, and so a view. */
const perFormation = 100;
const atOnce = 6;

const formationOf = (runtime: number): string => `fleet-${Math.floor(runtime / perFormation)}`;

/** Registers formations with Applications, and Runtimes with a one-time token each, which are written for their Agents. */
export async function registerFleet(world: World, agents: number, root: string): Promise<FleetRuntime[]> {
  const formations = [...new Set(Array.from({ length: agents }, (_, number) => formationOf(number)))];
  await mapConcurrently(formations, atOnce, async (formation) => {
    await ask(world, 'create a formation', 'mutation ($name: String!) { result: createFormation(formation: { name: $name }) { id } }', {
      name: formation,
    });
    for (const name of ['shop', 'store', 'sales']) await registerApplication(world, formation, `${formation}-${name}`);
  });
  const numbers = Array.from({ length: agents }, (_, number) => number);
  return await mapConcurrently(numbers, atOnce, (number) => registerRuntime(world, number, root));
}

async function registerRuntime(world: World, number: number, root: string): Promise<FleetRuntime> {
  const formation = formationOf(number);
  const registered = await ask(
    world,
    'register a Runtime',
    'mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }',
    { in: { name: `fleet-${number}`, labels: { scenarios: [formation] } } },
  );
  const { id } = registered;
  const issued = await ask(
    world,
    'request a one-time token',
    'mutation ($id: ID!) { result: requestOneTimeTokenForRuntime(id: $id) { token connectorURL } }',
    { id },
  );
  const { caCertificate, tenants } = world.system.description;
  const folder = join(root, 'agents', String(number));
  await mkdir(folder, { recursive: true });
  const configuration = {
    CONNECTOR_URL: issued.connectorURL,
    TOKEN: issued.token,
    RUNTIME_ID: id,
    TENANT: tenants[0],
    CA_FILE: caCertificate,
  };
  await writeFile(join(folder, 'agent.json'), JSON.stringify(configuration));
  return { id, formation, folder };
}

async function registerApplication(world: World, formation: string, name: string): Promise<void> {
  await ask(world, 'register an Application', 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }', {
    in: {
      name,
      labels: { scenarios: [formation] },
      bundles: [{ name: 'orders', defaultInstanceAuth: { credential: { basic: { username: 'fleet', password: name } } } }],
    },
  });
}

/** Changes what a formation of Runtimes sees: another Application joins it. */
export const changeViews = (world: World, runtimes: readonly FleetRuntime[], random: Random, turn: number): Promise<void> => {
  const formation = runtimes[random.between(0, runtimes.length - 1)]?.formation ?? '';
  return registerApplication(world, formation, `${formation}-later-${turn}`);
};

/** Returns a line for each Agent whose files are not what the Director says of its Runtime. */
export async function wrongViews(world: World, runtimes: readonly FleetRuntime[]): Promise<string[]> {
  const formations = [...new Set(runtimes.map(({ formation }) => formation))];
  const views = new Map<string, string>();
  for (const formation of formations) {
    const one = runtimes.find((runtime) => runtime.formation === formation);
    const page = await ask(
      world,
      'read the view of a Runtime',
      'query ($id: ID!) { result: applicationsForRuntime(runtimeID: $id) { data { id name bundles { data { id } } } pageInfo { hasNextPage } } }',
      { id: one?.id },
    );
    views.set(
      formation,
      printed(page.data.map(({ bundles, ...application }: DirectorApplication) => ({ ...application, bundles: bundles.data }))),
    );
  }
  const wrong = await Promise.all(
    runtimes.map(async ({ folder, formation }) => {
      const own = await viewIn(folder).catch((error: Error) => error.message);
      return own === views.get(formation) ? [] : [`${folder} has not the view of ${formation}: ${own.slice(0, 200)}`];
    }),
  );
  return wrong.flat();
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly bundles: readonly { readonly id: string }[];
}

interface DirectorApplication extends Omit<Named, 'bundles'> {
  readonly bundles: { readonly data: Named['bundles'] };
}

async function viewIn(folder: string): Promise<string> {
  const { applications } = JSON.parse(await readFile(join(folder, 'state/applications.json'), 'utf8'));
  return printed(applications);
}

const printed = (applications: readonly Named[]): string =>
  applications
    .map(({ id, name, bundles }) => `${id} ${name} ${bundles.map((bundle) => bundle.id).sort()}`)
    .sort()
    .join('\n');

async function ask(world: World, operation: string, query: string, variables: object) {
  const outcome = await untilKnown(() => world.director(operation, query, variables));
  // A request without an answer may have been carried out, and its repetition finds the name taken.
  if (outcome.kind === 'refused') throw new Error(`${operation} was refused: ${outcome.code}`);
  return outcome.data.result;
}
