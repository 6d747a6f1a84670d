import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { aListener } from '#test/support/listening-circle.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type Runner, startRunner } from '#test/support/runner.ts';

let folder: string;
let dataDir: string;
let runner: Runner;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-persistence-'));
  dataDir = join(folder, 'data');
  runner = await start();
});
afterAll(async () => {
  await runner.stop();
  await rm(folder, { recursive: true, force: true });
});

/** On the same ports again, which Agents and Applications remember. */
const start = (ports: readonly string[] = []) => startRunner(dataDir, ports, { RETRY_SCHEDULE_SECONDS: '3,3,3,3,3,3,3,3' });

async function restart(): Promise<void> {
  const { publicUrl, mtlsUrl } = runner.description;
  expect((await runner.stop()).code).toBe(0);
  runner = await start(['--port', new URL(publicUrl).port, '--mtls-port', new URL(mtlsUrl).port]);
}

it('the system finishes after a restart what was under way: a provisioning, and a message that no endpoint had taken', async () => {
  const formation = `restart-${randomUUID()}`;
  const listener = await aListener(runner.description, [formation]);
  listener.endpoint.answers(503);
  const started = await provisionerOf(runner.description).provision({ formations: [formation] });
  await eventually(() => expect(listener.heard().map(({ reason }) => reason)).toContain('FormationAssigned'));
  const untaken = listener.heard().find(({ reason }) => reason === 'FormationAssigned')?.messageId;
  await restart();
  listener.forget();
  listener.endpoint.answers(204);
  await eventually(() => expect(listener.heard().map(({ messageId }) => messageId)).toContain(untaken));
  expect(await provisionerOf(runner.description).outcome(started.id)).toMatchObject({ state: 'Succeeded' });
  await eventually(() => expect(listener.heard().map(({ reason }) => reason)).toContain('RuntimeConnected'));
  const ids = listener.heard().map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  await listener.endpoint.stop();
});

it('the system starts the Agents of provisioned Runtimes again, which go on with what they had', async () => {
  const formation = `agents-${randomUUID()}`;
  const { id, runtimeID } = await provisionerOf(runner.description).provision({ formations: [formation] });
  expect(await provisionerOf(runner.description).outcome(id)).toMatchObject({ state: 'Succeeded' });
  const place = placeOfRuntime(dataDir, runtimeID);
  const [pid, identity] = [await place.agentPid(), await place.identity()];
  await restart();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  const name = `after-${randomUUID()}`;
  await administrator(runner.description).director('mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id } }', {
    in: { name, labels: { scenarios: [formation] } },
  });
  await eventually(async () => expect((await place.applications()).map((application) => application.name)).toEqual([`mp-${name}`]));
  expect(await place.identity()).toBe(identity);
});
