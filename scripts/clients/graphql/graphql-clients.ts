import { deepStrictEqual } from 'node:assert/strict';
import type { LocalDescription } from '#local/local-description.ts';
import { minutes } from '#shared/core/clock.ts';
import { administrator } from '#test/support/clients.ts';
import type { CheckUse, ClientCheck } from '../client-check.ts';
import { writeDocumented } from '../documents/documented.ts';
import { runDocumented } from '../documents/documented-process.ts';

const page = 'docs/clients.md';

/** A set-up of docs/clients.md, as it stands there, that registers an Application with scalars of each kind. */
const clientIn = (client: string, ...commands: string[]): ClientCheck => ({
  name: `${client}: GraphQL`,
  commands: ['bash', 'node', 'npm', ...commands],
  run: (use) => checkClient(use, client),
});

export const graphqlClients: readonly ClientCheck[] = [
  clientIn('genqlient', 'go'),
  clientIn('graphql_client', 'cargo'),
  clientIn('ariadne-codegen', 'python3'),
  clientIn('gql', 'python3'),
  clientIn('graphql-java', 'java', 'mvn'),
];

const specification = '{"openapi":"3.0.3","info":{"title":"Orders","version":"1"},"paths":{}}';

async function checkClient({ system, folder }: CheckUse, client: string): Promise<string> {
  const [tenant = ''] = system.tenants;
  const environment = { DIRECTOR_URL: system.directorUrl, TENANT: tenant, TOKEN: system.adminTokens[tenant] ?? '' };
  const commands = [...(await writeDocumented(page, 'Schema', folder)), ...(await writeDocumented(page, client, folder))];
  let output = '';
  for (const one of commands) output = await runDocumented(one, folder, environment);

  // Maven ends its output with a code of the terminal.
  const [registered = '', ...others] = output.split(/\r?\n/).filter((line) => /^\w/.test(line));
  deepStrictEqual(others, ['labels eu 2', 'zones 2', 'found 1']);
  const [, id = '', time = ''] = /^registered (\S+) (\S+)$/.exec(registered) ?? [];
  const ageMs = Math.abs(Date.now() - Date.parse(time));
  if (!(ageMs < minutes(10))) throw new Error(`the time of the registration is read as another: ${registered}`);
  await wasSent(system, id);
  return 'generates from the served schema, sends and reads its scalars';
}

/** Throws unless the Application has what the set-ups send, each in its type. */
async function wasSent(system: LocalDescription, id: string): Promise<void> {
  const { result } = await administrator(system).director(
    `query ($id: ID!) {
      result: application(id: $id) {
        labels
        bundles { data {
          instanceAuthRequestInputSchema
          defaultInstanceAuth { additionalHeaders }
          apiDefinitions { data { spec { data } } }
        } }
      }
    }`,
    { id },
  );
  const { region, tier, zones } = result.labels;
  deepStrictEqual({ region, tier, zones }, { region: 'eu', tier: 2, zones: ['a', 'b'] });
  deepStrictEqual(result.bundles.data, [
    {
      instanceAuthRequestInputSchema: '{"type":"object"}',
      defaultInstanceAuth: { additionalHeaders: { 'x-source': ['shop'] } },
      apiDefinitions: { data: [{ spec: { data: specification } }] },
    },
  ]);
}
