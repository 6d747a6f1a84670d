import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { administrator, type Data } from '#test/support/clients.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { storeBundles } from '#test/support/large-application.ts';
import { type Runner, run, startRunner } from '#test/support/runner.ts';

let folder: string;
let dynamo: Dynamo;
let runner: Runner;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-large-'));
  dynamo = await startDynamo();
  runner = await startRunner(join(folder, 'data'), [], { COMPASS_DYNAMODB_ENDPOINT: dynamo.endpoint });
});
afterAll(async () => {
  await runner.stop();
  await dynamo.stop();
  await rm(folder, { recursive: true, force: true });
});

const director = (query: string, variables: object = {}): Promise<Data> => administrator(runner.description).director(query, variables);

/** The table that the system made beside the one of this test. */
async function tableOfSystem(): Promise<string> {
  const { TableNames = [] } = await dynamo.client.send(new ListTablesCommand({}));
  const name = TableNames.find((one) => one !== dynamo.tableName);
  if (!name) throw new Error('the system has no table');
  return name;
}

const stateFolder = () => join(folder, 'agent');
const applied = async (name: string): Promise<Data> =>
  JSON.parse(await readFile(join(stateFolder(), 'applications', `mp-${name}.json`), 'utf8'));
const bundleNames = async (name: string): Promise<string[]> => (await applied(name)).bundles.map((bundle: Data) => bundle.name);

it('an Agent goes on with the other Applications where one has grown too large, and keeps what it had of that one', async () => {
  const bundle = (name: string) => `bundles: [{ name: "${name}" }]`;
  const scenarios = 'labels: { scenarios: ["shared"] }';
  const { large, small, runtime } = await director(`mutation {
    large: registerApplication(in: { name: "large", ${scenarios}, ${bundle('first')} }) { id }
    small: registerApplication(in: { name: "small", ${scenarios}, ${bundle('first')} }) { id }
    runtime: registerRuntime(in: { name: "r", ${scenarios} }) { id } }`);
  const { result } = await director(`mutation { result: requestOneTimeTokenForRuntime(id: "${runtime.id}") { token } }`);
  const [tenant = ''] = runner.description.tenants;
  const cycle = (environment: Record<string, string> = {}) =>
    run('agent/main.ts', ['--once', '--state-dir', stateFolder()], {
      CONNECTOR_URL: runner.description.connectorUrl,
      RUNTIME_ID: runtime.id,
      TENANT: tenant,
      CA_FILE: runner.description.caCertificate,
      ...environment,
    });
  expect(await cycle({ TOKEN: result.token })).toMatchObject({ code: 0 });
  expect([await bundleNames('large'), await bundleNames('small')]).toEqual([['first'], ['first']]);

  const place = { client: dynamo.client, tableName: await tableOfSystem() };
  await storeBundles(place, tenantId(tenant), large.id, 66, 99 * 1024);
  await director(`mutation { addBundle(applicationID: "${small.id}", in: { name: "second" }) { id } }`);
  const { code, output } = await cycle();

  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('an application is withheld') });
  expect(output).toContain('larger than one answer');
  expect((await bundleNames('small')).toSorted()).toEqual(['first', 'second']);
  expect(await bundleNames('large')).toEqual(['first']);
}, 60_000);
