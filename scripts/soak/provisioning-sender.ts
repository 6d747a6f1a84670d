import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { seconds } from '#shared/core/clock.ts';
import type { Operation } from './ledger.ts';
import type { Random } from './random.ts';
import { untilKnown, type World } from './world.ts';

const statusQuery = 'query ($id: String!) { result: runtimeOperationStatus(id: $id) { state } }';

/** Provisions Runtimes with their Agents, and deprovisions most of them again. A key makes the requests repeatable. */
export async function sendProvisionings(world: World, sender: string, random: Random): Promise<void> {
  for (let turn = 0; Date.now() < world.until; turn += 1) {
    const key = { 'idempotency-key': randomUUID() };
    const config = { runtimeInput: { name: `${sender}-${turn}` }, driver: 'process' };
    const started = await untilKnown(() =>
      world.provisioner(
        'provision a Runtime',
        'mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { id runtimeID } }',
        { config },
        key,
      ),
    );
    if (started.kind === 'refused') {
      world.ledger.violations.push(`a provisioning was refused: ${started.code}`);
      continue;
    }
    const { id, runtimeID: runtimeId } = started.data.result;
    world.ledger.operations.push({ id, runtimeId, kind: 'provision' });
    await ended(world, id);
    if (random.chance(0.8)) await deprovision(world, runtimeId);
  }
}

async function deprovision(world: World, runtimeId: string): Promise<void> {
  const asked = await world.provisioner('deprovision a Runtime', 'mutation ($id: String!) { result: deprovisionRuntime(id: $id) }', {
    id: runtimeId,
  });
  if (asked.kind !== 'acknowledged') return;
  const operation: Operation = { id: asked.data.result, runtimeId, kind: 'deprovision' };
  world.ledger.operations.push(operation);
}

async function ended(world: World, id: string): Promise<void> {
  while (Date.now() < world.until && !(await hasEnded(world, id))) await pause(seconds(1));
}

async function hasEnded(world: World, id: string): Promise<boolean> {
  return ['Succeeded', 'Failed'].includes((await stateOf(world, id)) ?? '');
}

export async function stateOf(world: World, id: string): Promise<string | undefined> {
  const outcome = await world.provisioner('read an operation', statusQuery, { id });
  return outcome.kind === 'acknowledged' ? outcome.data.result.state : undefined;
}
