import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { administrator, type Data } from '#test/support/clients.ts';
import { run } from '#test/support/runner.ts';

const system = inject('system');
const { director, connector, tenant } = administrator(system);
const formation = `agent-${randomUUID()}`;
let folder: string;
let runtimeId: string;
let token: string;
const names = ['first', 'second'].map((name) => `${name}-${randomUUID()}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-'));
  for (const name of names) {
    await director('mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id } }', {
      in: {
        name,
        labels: { scenarios: [formation] },
        bundles: [
          {
            name: 'orders',
            defaultInstanceAuth: {
              credential: { oauth: { clientId: 'id', clientSecret: `of ${name}`, url: 'https://issuer.example/token' } },
            },
            apiDefinitions: [{ name: 'api', targetURL: 'https://api.example' }],
          },
        ],
      },
    });
  }
  const { result } = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `agent-${randomUUID()}`, labels: { scenarios: [formation] } },
  });
  runtimeId = result.id;
  token = (await connector('mutation ($id: ID!) { token: generateRuntimeToken(runtimeID: $id) { token } }', { id: runtimeId })).token.token;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs one cycle of an agent with these environment variables. */
const once = (stateFolder: string, environment: Record<string, string> = {}) =>
  run('agent/main.ts', ['--once', '--state-dir', stateFolder], {
    CONNECTOR_URL: system.connectorUrl,
    RUNTIME_ID: runtimeId,
    TENANT: tenant,
    CA_FILE: system.caCertificate,
    RUNTIME_EVENTS_URL: 'https://events.standalone.example',
    RUNTIME_CONSOLE_URL: 'https://console.standalone.example',
    ...environment,
  });

const inState = (...path: string[]) => join(folder, 'state', ...path);
const readApplications = async (): Promise<Data[]> => JSON.parse(await readFile(inState('applications.json'), 'utf8')).applications;

it('an Agent that is started by hand pairs with a token from the environment, publishes its addresses and applies the Applications in one cycle', async () => {
  const { code, output } = await once(inState(), { TOKEN: token });
  expect([code, output]).toEqual([0, expect.stringContaining('configuration fetched applications=2')]);
  expect(output).not.toContain(token);
  const { runtime } = await director('query ($id: ID!) { runtime(id: $id) { labels status { condition } } }', { id: runtimeId });
  expect(runtime).toMatchObject({
    status: { condition: 'CONNECTED' },
    labels: { runtime_eventServiceUrl: 'https://events.standalone.example', runtime_consoleUrl: 'https://console.standalone.example' },
  });
});

it('an Agent that is started by hand writes all Applications into one file and each into its own, with their credentials and for its owner only', async () => {
  const applications = await readApplications();
  expect(applications.map(({ name }) => name).sort()).toEqual(names.map((name) => `mp-${name}`).sort());
  for (const application of applications) {
    const file = inState('applications', `${application.name}.json`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(application);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(application.bundles[0].defaultInstanceAuth.credential.clientSecret).toBe(`of ${application.name.slice('mp-'.length)}`);
    expect(application.eventingConfiguration.defaultURL).toBe(`https://events.standalone.example/${application.name}/v1/events`);
  }
});

it('an Agent that is started by hand is the same Runtime when it starts again, without a token, and follows what changed', async () => {
  const identity = await readFile(inState('identity.pem'), 'utf8');
  const [leaving] = (await readApplications()).filter(({ name }) => name === `mp-${names[0]}`);
  await director(
    `mutation { unassignFormation(objectID: "${leaving?.id}", objectType: APPLICATION, formation: {name: "${formation}"}) { id } }`,
  );
  expect(await once(inState())).toMatchObject({ code: 0 });
  expect(await readFile(inState('identity.pem'), 'utf8')).toBe(identity);
  expect((await readApplications()).map(({ name }) => name)).toEqual([`mp-${names[1]}`]);
  expect(await readdir(inState('applications'))).toEqual([`mp-${names[1]}.json`]);
});

it('an Agent that is started by hand gets nothing for a token that another used', async () => {
  const { code, output } = await once(join(folder, 'other'), { TOKEN: token });
  expect(code).toBe(3);
  expect(output.trimEnd().split('\n').at(-1)).toMatch(/^compass-runtime-agent: /);
  expect(output).not.toContain(token);
  expect(await readdir(join(folder, 'other'))).not.toContain('applications.json');
});

it('an Agent that is started by hand says in one line that its Runtime was unregistered, and keeps what it had', async () => {
  await director('mutation ($id: ID!) { unregisterRuntime(id: $id) { id } }', { id: runtimeId });
  const { code, output } = await once(inState());
  expect(code).toBe(3);
  expect(output.trimEnd().split('\n').at(-1)).toMatch(/^compass-runtime-agent: /);
  expect((await readApplications()).map(({ name }) => name)).toEqual([`mp-${names[1]}`]);
});
