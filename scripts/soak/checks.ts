import { readFile } from 'node:fs/promises';
import { dataFolder } from '#local/data-folder.ts';
import { processesOf } from '#local/orphans.ts';
import { type BusEvent, creationDifferences, deliveryDifferences, eventDifferences, type Found, type Listener } from './comparisons.ts';
import type { Creation } from './ledger.ts';
import { stateOf } from './provisioning-sender.ts';
import { untilKnown, type World } from './world.ts';

/** Compares the records of the senders with the state of the system; returns a line for each difference. */
export async function differences(world: World, listeners: readonly Listener[], dataDir: string): Promise<string[]> {
  const { creations } = world.ledger;
  const applications = await listAll(world, 'applications', 'id name bundles(first: 100) { data { id name } }');
  const runtimes = await listAll(world, 'runtimes', 'id name');
  const bundles = applications.flatMap(({ bundles: { data } }) => data as Found[]);
  const events = await busEvents(dataDir);
  const of = (kind: Creation['kind']) => creations.filter((one) => one.kind === kind);
  return [
    ...creationDifferences(of('application'), applications as unknown as Found[]),
    ...creationDifferences(of('runtime'), runtimes as unknown as Found[]),
    ...creationDifferences(bundlesOfLiving(of('bundle'), of('application')), bundles),
    ...eventDifferences(events, 'ApplicationRegistered', 'applicationId', applications as unknown as Found[]),
    ...eventDifferences(events, 'RuntimeRegistered', 'runtimeId', runtimes as unknown as Found[]),
    ...eventDifferences(events, 'FormationAssigned', 'objectId', joined(of('runtime'), runtimes as unknown as Found[])),
    ...deliveryDifferences(events, listeners),
    ...(await pairingDifferences(world)),
    ...(await operationDifferences(world, dataDir)),
  ];
}

/** Picks the Runtimes that were registered into the formation. */
const joined = (creations: readonly Creation[], runtimes: readonly Found[]): Found[] =>
  runtimes.filter(({ name }) => creations.some((creation) => creation.name === name));

const bundlesOfLiving = (bundles: readonly Creation[], applications: readonly Creation[]): Creation[] =>
  bundles.filter(({ owner }) => applications.find(({ id }) => id === owner)?.deletion === undefined);

async function pairingDifferences(world: World): Promise<string[]> {
  const results = await Promise.all(world.ledger.pairings.map(async ({ revoked, works }) => ({ revoked, used: await untilKnown(works) })));
  return results.flatMap(({ revoked, used }) => {
    if (revoked && used.kind === 'acknowledged') return ['a revoked certificate was accepted'];
    return !revoked && used.kind === 'refused' ? [`a certificate that is not revoked was refused: ${used.code}`] : [];
  });
}

async function operationDifferences(world: World, dataDir: string): Promise<string[]> {
  const { operations } = world.ledger;
  const states = await Promise.all(operations.map(async (operation) => ({ ...operation, state: await stateOf(world, operation.id) })));
  const processes = await processesOf(dataFolder(dataDir));
  return states.flatMap(({ id, runtimeId, kind, state }) => {
    if (state !== 'Succeeded' && state !== 'Failed') return [`the operation ${id} (${kind}) is ${state} and does not end`];
    const isRemoved = kind === 'deprovision' && state === 'Succeeded';
    const lives = processes.some(({ commandLine }) => commandLine.includes(runtimeId));
    return isRemoved && lives ? [`the Runtime ${runtimeId} was deprovisioned and its Agent runs`] : [];
  });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
type Listed = Record<string, any>;

async function listAll(world: World, field: string, selection: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let after: string | undefined; ; ) {
    const query = `query ($after: PageCursor) { page: ${field}(first: 100, after: $after) { data { ${selection} } pageInfo { endCursor hasNextPage } } }`;
    const outcome = await untilKnown(() => world.director('list', query, { after }));
    if (outcome.kind === 'refused') throw new Error(`${field} cannot be listed: ${outcome.code}`);
    const { data, pageInfo } = outcome.data.page;
    all.push(...data);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

async function busEvents(dataDir: string): Promise<BusEvent[]> {
  const lines = (await readFile(dataFolder(dataDir).events, 'utf8')).split('\n');
  // A kill may cut a line off; the event comes again.
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as BusEvent];
    } catch {
      return [];
    }
  });
}
