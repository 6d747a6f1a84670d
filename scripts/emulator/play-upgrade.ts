import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Identity, sendGraphql } from '#application-client';
import type { RecordedItem } from '#test/support/released-items/covering-items.ts';
import { type Administrator, administratorOf, refusalOf } from '../demo/administrator.ts';
import { eventually } from '../demo/eventually.ts';
import { type Stage, stageOf } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { unpackAssembly } from '../releases/assembly-archive.ts';
import { previousRelease } from '../releases/previous-release.ts';
import type { Deployment } from './deploy.ts';
import { outsideClient } from './play-outside-client.ts';
import { refusals } from './play-rights.ts';
import { type EmulatedAccount, type EmulatedSystem, signedIn } from './system.ts';

const releasedItems = join(import.meta.dirname, '../../test/contract/released-items');

const named = z.object({ id: z.string() });
const tokened = z.object({ token: z.string() });
const listed = z.object({ data: z.array(named) });

interface Wish {
  /** Folder of the present cloud assembly. */
  readonly assembly: string;
  readonly folder: string;
}

/** Deploys the release before, uses it, puts the present one over it, and goes on. The account must have no deployment any more. */
export async function playUpgrade({ step, closeLater }: Stage, account: EmulatedAccount, { assembly, folder }: Wish): Promise<void> {
  const { release, file } = previousRelease();
  const recorded = await recordedItems();
  const { stage, deployment } = await step('upgrade', 1, `release ${release} is deployed under the names that were given up`, async () => {
    const released = join(folder, 'released');
    await unpackAssembly(await readFile(file), released);
    const deployed = await account.deploy(released, 'before');
    const { runtimesFolder } = account;
    const system = await account.describe(deployed, 'upgrade');
    const { clientAuthority } = deployed;
    const setting = { step, closeLater, folder, runtimesFolder, system, clientAuthority, statesOfWorkflows: async () => '' };
    return { deployment: deployed, stage: await stageOf(setting) };
  });
  const play: UpgradePlay = {
    stage,
    account,
    deployment,
    recorded,
    client: outsideClient(stage, folder),
    put: putInto(account, `${deployment.prefix}-control-plane`),
  };
  const before = await playRelease(play, release);
  const renewed = await step('upgrade', 4, 'while the present release takes its place, the Runtime renews and is answered', async () => {
    const traffic = renewing(play.client, stage, before.identity);
    await account.deploy(assembly, 'after').finally(traffic.end);
    const { identity, answers, refused } = await traffic.ended;
    check(refused.length === 0, `no refusal in ${answers} rounds, not:\n${refused.join('\n')}`);
    check(answers > 0, 'an answer');
    return identity;
  });
  const upgradedAt = Date.now();
  await playPairings(play, before, renewed);
  await playItems(play, before, upgradedAt);
}

interface UpgradePlay {
  readonly stage: Stage;
  readonly account: EmulatedAccount;
  readonly deployment: Deployment;
  readonly recorded: ReadonlyMap<string, readonly RecordedItem[]>;
  readonly client: Client;
  readonly put: (items: readonly RecordedItem[]) => Promise<void>;
}

type Before = Awaited<ReturnType<typeof playRelease>>;

/** Uses the release before. */
async function playRelease({ stage, client, recorded, put }: UpgradePlay, release: string) {
  const { step, administrator, system } = stage;
  const before = await step('upgrade', 2, `a Runtime pairs with release ${release}, and an Application registers an API`, async () => {
    const [runtime, later] = [await registerRuntime(administrator, 'paired'), await registerRuntime(administrator, 'unpaired')];
    const token = await tokenFor(administrator, runtime);
    const identity = await client.certificateFor('released', system.connectorUrl, { 'Connector-Token': token });
    return {
      runtime,
      identity,
      later,
      unspent: await tokenFor(administrator, later),
      application: await registerApplication(administrator),
    };
  });
  const items = recorded.get(release) ?? [];
  await step('upgrade', 3, `${items.length} recorded items of release ${release} are in the table`, () => put(items));
  return before;
}

async function playPairings({ stage, account, client, deployment }: UpgradePlay, before: Before, renewed: Identity): Promise<void> {
  const { step, system, caCertificate } = stage;
  const next = await step('upgrade', 5, 'the Runtime renews and is known, and a token of before pairs', async () => {
    const identity = await client.certificateFor('after', system.mtlsConnectorUrl, {}, renewed);
    check((await client.viewer(identity)).id === before.runtime, 'the Runtime to be known by its certificate');
    const other = await client.certificateFor('unspent', system.connectorUrl, { 'Connector-Token': before.unspent });
    check((await client.viewer(other)).id === before.later, 'the other Runtime to be known by its certificate');
    return identity;
  });
  await step('upgrade', 6, 'the pairing of before is revoked, and no function was refused anything', async () => {
    const query = 'mutation { revokeCertificate }';
    const schema = z.object({ revokeCertificate: z.literal(true) });
    await sendGraphql({ url: system.mtlsConnectorUrl, query, schema }, { caCertificate, identity: next });
    const refusal = await refusalOf(client.viewer(next));
    check(refusal.includes('revoked'), `the revoked certificate to be refused, not "${refusal}"`);
    const logged = await refusals(account.emulator, deployment.prefix);
    check(logged.length === 0, `no refusals, not:\n${logged.join('\n')}`);
  });
}

async function playItems({ stage, account, deployment, recorded, put }: UpgradePlay, before: Before, upgradedAt: number): Promise<void> {
  const { step, system, administrator } = stage;
  const items = [...recorded.values()].flat();
  const releases = [...recorded.keys()].join(', ');
  await step(
    'upgrade',
    7,
    `definitions of before are read, and so are recorded Applications and Runtimes of releases ${releases}`,
    async () => {
      const found = await administrator.director(definitions, z.looseObject({ id: z.string() }), { id: before.application });
      check(JSON.stringify(found).includes('released-api'), 'the API to be read');
      await put(items);
      await readRecorded({ system, deployment }, account, items);
    },
  );
  await step('upgrade', 8, 'the relay goes on behind changes of all recorded items, and logs no error', async () => {
    await put(items.map((item) => ({ ...item, version: Number(item.version ?? 0) + 1 })));
    const application = await registerApplication(administrator);
    await eventually('the event about a new Application', async () =>
      (await readFile(system.events, 'utf8')).includes(application) ? true : undefined,
    );
    const errors = await errorsOf(account, `${deployment.prefix}-event-relay`, upgradedAt);
    check(errors.length === 0, `no error of the relay, not:\n${errors.join('\n')}`);
  });
}

const definitions = `query ($id: ID!) { result: application(id: $id) { id bundles { data { apiDefinitions { data { name } } } } } }`;

const registerRuntime = async ({ director }: Administrator, name: string): Promise<string> =>
  (await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', named, { in: { name } })).id;

const tokenFor = async ({ director }: Administrator, id: string): Promise<string> =>
  (await director('mutation ($id: ID!) { result: requestOneTimeTokenForRuntime(id: $id) { token } }', tokened, { id })).token;

async function registerApplication({ director }: Administrator): Promise<string> {
  const apiDefinitions = [{ name: 'released-api', targetURL: 'https://api.example.com' }];
  const bundles = [{ name: 'released', apiDefinitions }];
  const input = { name: `upgraded-${Date.now()}`, bundles };
  return (await director('mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }', named, { in: input }))
    .id;
}

type Client = ReturnType<typeof outsideClient>;

/** Renews and asks, again and again, until it is ended. */
function renewing(client: Client, { system }: Stage, first: Identity) {
  const stopping = new AbortController();
  const play = async () => {
    let identity = first;
    let answers = 0;
    const refused: string[] = [];
    for (; !stopping.signal.aborted; await pause(1000)) {
      try {
        identity = await client.certificateFor(`renewed-${answers}`, system.mtlsConnectorUrl, {}, identity);
        await client.viewer(identity);
        answers += 1;
      } catch (error) {
        refused.push(`${new Date().toISOString()} ${error instanceof Error ? error.message : error}`);
      }
    }
    return { identity, answers, refused };
  };
  return { ended: play(), end: () => stopping.abort() };
}

/** The recorded items by the releases that wrote them. */
async function recordedItems(): Promise<Map<string, RecordedItem[]>> {
  const files = readdirSync(releasedItems).sort();
  const read = files.map(
    async (file) => [file.replace('.json', ''), JSON.parse(await readFile(join(releasedItems, file), 'utf8')) as RecordedItem[]] as const,
  );
  return new Map(await Promise.all(read));
}

function putInto({ emulator }: EmulatedAccount, TableName: string): UpgradePlay['put'] {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(emulator.client));
  return async (items) => {
    for (const Item of items) await client.send(new PutCommand({ TableName, Item }));
  };
}

/** Reads the recorded Applications and Runtimes as an administrator of their tenants. */
async function readRecorded(
  { system, deployment }: Pick<EmulatedSystem, 'deployment'> & Pick<Stage, 'system'>,
  { emulator }: EmulatedAccount,
  items: readonly RecordedItem[],
): Promise<void> {
  const heads = items.filter(({ type, sk }) => (type === 'Application' || type === 'Runtime') && sk === 'HEAD');
  const byTenant = Map.groupBy(heads, ({ tenant }) => String(tenant));
  const tenants = [...byTenant.keys()];
  const token = await signedIn(emulator, deployment, { email: 'released@compass.example.com', tenants });
  for (const [tenant, recorded] of byTenant) {
    const { director } = administratorOf({ ...system, tenants: [tenant], adminTokens: { [tenant]: token } });
    const expected = recorded.map(({ id }) => String(id)).sort();
    // Lists are read from an index, which follows the table.
    await eventually(`Applications and Runtimes of tenant ${tenant}`, async () => {
      const applications = await director('{ result: applications(first: 100) { data { id } } }', listed);
      const runtimes = await director('{ result: runtimes(first: 100) { data { id } } }', listed);
      const found = [...applications.data, ...runtimes.data].map(({ id }) => id).sort();
      check(String(found) === String(expected), `${expected}, not ${found}`);
      return true;
    });
  }
}

async function errorsOf({ emulator }: EmulatedAccount, functionName: string, startTime: number): Promise<string[]> {
  const client = new CloudWatchLogsClient(emulator.client);
  const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${functionName}`, startTime }));
  return events.flatMap(({ message = '' }) => (/"level":\s*"ERROR"/.test(message) ? [message.slice(0, 500)] : []));
}
