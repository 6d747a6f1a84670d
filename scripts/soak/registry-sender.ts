import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from './attempt.ts';
import type { Creation } from './ledger.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** The formation of the receivers: they hear of every Runtime that joins it. */
export const formation = 'soak';

/** Registers Applications, bundles and Runtimes under names of their own, and deletes some, one request after the other. */
export async function sendToRegistry(world: World, sender: string, random: Random): Promise<void> {
  for (let turn = 0; Date.now() < world.until; turn += 1) {
    const name = `${sender}-${turn}`;
    if (random.chance(0.3)) await registerRuntime(world, name, random);
    else await registerApplication(world, name, random);
    await pause(random.between(0, 200));
  }
}

async function registerApplication(world: World, name: string, random: Random): Promise<void> {
  const application = await create(world, { kind: 'application', name, outcome: 'unknown' }, random, () =>
    world.director('register an Application', 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }', {
      in: { name, description: name },
    }),
  );
  const owner = application.id;
  if (owner === undefined) return;
  for (let number = random.between(0, 2); number > 0; number -= 1) {
    const bundle = `${name}-bundle-${number}`;
    const outcome = await world.director(
      'add a bundle',
      'mutation ($id: ID!, $in: BundleCreateInput!) { result: addBundle(applicationID: $id, in: $in) { id } }',
      { id: owner, in: { name: bundle } },
    );
    world.ledger.creations.push({ kind: 'bundle', name: bundle, outcome: outcome.kind, owner });
  }
  if (random.chance(0.2)) {
    const { kind } = await world.director(
      'unregister an Application',
      'mutation ($id: ID!) { result: unregisterApplication(id: $id) { id } }',
      { id: owner },
    );
    application.deletion = kind;
  }
}

async function registerRuntime(world: World, name: string, random: Random): Promise<void> {
  const runtime = await create(world, { kind: 'runtime', name, outcome: 'unknown' }, random, () =>
    world.director('register a Runtime', 'mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
      in: { name, labels: { scenarios: [formation] } },
    }),
  );
  if (runtime.id === undefined || !random.chance(0.2)) return;
  const { kind } = await world.director('unregister a Runtime', 'mutation ($id: ID!) { result: unregisterRuntime(id: $id) { id } }', {
    id: runtime.id,
  });
  runtime.deletion = kind;
}

/** Sends a request, and sometimes again after an unknown outcome: a name that is taken then proves that the first request was carried out. */
async function create(world: World, creation: Creation, random: Random, ask: () => Promise<Outcome>): Promise<Creation> {
  world.ledger.creations.push(creation);
  const first = await ask();
  const again = first.kind === 'unknown' && random.chance(0.5) ? await ask() : undefined;
  const outcome = again ?? first;
  creation.id = outcome.kind === 'acknowledged' ? outcome.data.result.id : undefined;
  creation.outcome = again?.kind === 'refused' && again.code === 'NotUnique' ? 'acknowledged' : outcome.kind;
  // The first request may still be in progress, so it does not count as refused.
  if (again?.kind === 'refused' && creation.outcome === 'refused') creation.outcome = 'unknown';
  return creation;
}
