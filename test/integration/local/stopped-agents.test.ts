import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { endOrphans, processesOf } from '#local/orphans.ts';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type Runner, startRunner } from '#test/support/runner.ts';

let data: string;
let runner: Runner;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'compass-stopped-'));
  // An Agent renews in the last 0.3 of the validity: 9 seconds.
  runner = await startRunner(data, ['--certificate-validity', '30s']);
});
afterAll(async () => {
  await runner.stop();
  await endOrphans(dataFolder(data));
  await rm(data, { recursive: true });
});

const provisioner = () => provisionerOf(runner.description);

async function provisioned(): Promise<string> {
  const { id, runtimeID } = await provisioner().provision({ parameters: { syncPeriodSeconds: 1 } });
  expect(await provisioner().outcome(id)).toMatchObject({ state: 'Succeeded' });
  return runtimeID;
}

const certificateOf = async (runtimeId: string) => new X509Certificate(await placeOfRuntime(data, runtimeId).identity());
const conditionOf = async (runtimeId: string) =>
  (await administrator(runner.description).director(`{ runtime(id: "${runtimeId}") { status { condition } } }`)).runtime.status.condition;

async function stop(runtimeId: string): Promise<number> {
  const pid = await placeOfRuntime(data, runtimeId).agentPid();
  process.kill(pid, 'SIGSTOP');
  return pid;
}
const isThere = async (pid: number) => (await processesOf(dataFolder(data))).some((one) => one.pid === pid);

describe('an Agent that the system stopped', () => {
  it('goes on when it is continued, renews its certificate, and is not taken for a copy', async () => {
    const runtimeId = await provisioned();
    const before = await certificateOf(runtimeId);
    const pid = await stop(runtimeId);
    const renewing = before.validToDate.getTime() - 6000;
    await eventually(async () => expect(Date.now()).toBeGreaterThan(renewing));
    process.kill(pid, 'SIGCONT');

    await eventually(async () => expect((await certificateOf(runtimeId)).serialNumber).not.toBe(before.serialNumber));
    expect(await placeOfRuntime(data, runtimeId).agentPid()).toBe(pid);
    expect(await conditionOf(runtimeId)).toBe('CONNECTED');
    expect(await readFile(join(data, 'events.jsonl'), 'utf8')).not.toMatch(/CertificateCloneSuspected|CertificateRevoked/);
  });

  it('is ended by a deprovisioning', async () => {
    const runtimeId = await provisioned();
    const pid = await stop(runtimeId);

    expect(await provisioner().outcome(await provisioner().deprovision(runtimeId))).toMatchObject({ state: 'Succeeded' });
    expect(await isThere(pid)).toBe(false);
  });

  it('makes room for another one when its Runtime is reconnected', async () => {
    const runtimeId = await provisioned();
    const pid = await stop(runtimeId);

    expect(await provisioner().outcome(await provisioner().reconnect(runtimeId))).toMatchObject({ state: 'Succeeded' });
    expect(await isThere(pid)).toBe(false);
    expect(await conditionOf(runtimeId)).toBe('CONNECTED');
  });
});
