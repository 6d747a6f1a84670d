import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, inject, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';

const system = inject('system');
const provisioner = provisionerOf(system);

it('a Runtime that falls silent is reported as disconnected, and as reconnected when it is back, by events and by its status', async () => {
  const { id: operation, runtimeID: id } = await provisioner.provision({});
  expect(await provisioner.outcome(operation)).toMatchObject({ state: 'Succeeded' });
  const status = async () => (await provisioner.runtimeStatus(id)).runtimeConnectionStatus.status;
  const told = async (): Promise<string[]> => {
    const events = (await readFile(system.events, 'utf8')).split('\n').filter((line) => line.includes(id));
    return events.map((line) => JSON.parse(line)['detail-type']);
  };
  expect(await status()).toBe('Connected');

  const agent = await placeOfRuntime(dirname(system.events), id).agentPid();
  process.kill(agent, 'SIGSTOP');
  try {
    await eventually(async () => expect(await status()).toBe('Disconnected'));
    await eventually(async () => expect(await told()).toContain('RuntimeDisconnected'));
    expect(await told()).not.toContain('RuntimeReconnected');
  } finally {
    process.kill(agent, 'SIGCONT');
  }
  await eventually(async () => expect(await told()).toContain('RuntimeReconnected'));
  expect(await status()).toBe('Connected');
});
