import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, type Data, post } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { configurationQuery } from '#test/support/pairing.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';

const system = inject('system');
const dataFolder = inject('dataFolder');
const { director } = administrator(system);
const provisioner = provisionerOf(system);

const conditionOf = async (id: string) =>
  (await director('query ($id: ID!) { runtime(id: $id) { status { condition } } }', { id })).runtime.status.condition;

const secretNames = async () =>
  (
    await Promise.all((await readdir(join(dataFolder, 'secrets'))).map((file) => readFile(join(dataFolder, 'secrets', file), 'utf8')))
  ).join();

describe('a Runtime whose Agent never connects', () => {
  let started: Data;
  let token: string;
  beforeAll(async () => {
    started = await provisioner.provision({ parameters: { startAgent: false, agentTimeoutSeconds: 6 } });
    token = await eventually(async () => (await placeOfRuntime(dataFolder, started.runtimeID).configuration()).TOKEN ?? '');
  });

  it('is busy until its operation has ended', async () => {
    const { errors } = await provisioner.attemptDeprovision(started.runtimeID);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(`cannot start new operation for ${started.runtimeID} Runtime while previous one is in progress`),
        extensions: { error_code: 400, error: 'ConcurrentOperation' },
      },
    ]);
    expect(await provisioner.runtimeStatus(started.runtimeID)).toMatchObject({
      lastOperationStatus: { state: 'InProgress' },
      runtimeConnectionStatus: { status: 'Pending' },
    });
    expect(await conditionOf(started.runtimeID)).toBe('PROVISIONING');
  });

  it('fails at its deadline', async () => {
    expect(await provisioner.outcome(started.id)).toMatchObject({
      state: 'Failed',
      lastError: {
        component: 'CheckAgent',
        reason: 'AgentNotConnected',
        errMessage: 'CheckAgent: the Runtime Agent did not connect within 6 s',
      },
    });
    expect(await conditionOf(started.runtimeID)).toBe('FAILED');
  });

  it('is undone: no place, no secret, and a token that opens nothing', async () => {
    expect(placeOfRuntime(dataFolder, started.runtimeID).exists()).toBe(false);
    expect(await secretNames()).not.toContain(started.runtimeID);
    const refused = await post(system.connectorUrl, configurationQuery, undefined, { 'connector-token': token });
    expect(refused.errors).toHaveLength(1);
    expect(refused.data.result ?? null).toBeNull();
  });

  it('can be deprovisioned', async () => {
    const id = await provisioner.deprovision(started.runtimeID);
    expect(await provisioner.outcome(id)).toMatchObject({ state: 'Succeeded' });
  });
});
