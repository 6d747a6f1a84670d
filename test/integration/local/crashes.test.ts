import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { endOrphans, processesOf } from '#local/orphans.ts';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type Runner, run, startRunner } from '#test/support/runner.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let root: string;
const running: Runner[] = [];
const used: string[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'compass-crashes-'));
});
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
  for (const data of used.splice(0)) await endOrphans(dataFolder(data));
});
afterAll(() => rm(root, { recursive: true }));

async function started(data: string): Promise<Runner> {
  const runner = await startRunner(data);
  running.push(runner);
  used.push(data);
  return runner;
}

const engineOf = async (data: string) =>
  (await processesOf(dataFolder(data))).find(({ commandLine }) => commandLine.includes('--db-path'))?.pid ??
  expect.fail('there is no engine');
const agentsOf = async (data: string) =>
  (await processesOf(dataFolder(data))).filter(({ commandLine }) => commandLine.includes('--config')).map(({ pid }) => pid);

async function provisioned({ description }: Runner, data: string): Promise<string> {
  const provisioner = provisionerOf(description);
  const { id, runtimeID } = await provisioner.provision({});
  expect(await provisioner.outcome(id)).toMatchObject({ state: 'Succeeded' });
  await eventually(async () => expect(await placeOfRuntime(data, runtimeID).agentPid()).toBeGreaterThan(0));
  return runtimeID;
}

describe('the start after a runner was killed', () => {
  it('ends the Agent of a Runtime whose deprovisioning was acknowledged, also one that the runner had not noted yet', async () => {
    const data = join(root, 'deprovisioned');
    const first = await started(data);
    const runtimeId = await provisioned(first, data);
    const operation = await provisionerOf(first.description).deprovision(runtimeId);
    await first.kill();
    await rm(join(data, 'runtimes', runtimeId, 'agent.pid'), { force: true });

    const second = await started(data);
    expect(await provisionerOf(second.description).outcome(operation)).toMatchObject({ state: 'Succeeded' });
    await eventually(async () => expect(await agentsOf(data)).toEqual([]));
  });

  it('ends an engine that stands still, and has everything that was acknowledged', async () => {
    const data = join(root, 'stalled');
    const first = await started(data);
    const { result } = await administrator(first.description).director(
      `mutation { result: registerApplication(in: {name: "kept"}) { id } }`,
    );
    const engine = await engineOf(data);
    process.kill(engine, 'SIGSTOP');
    await first.kill();

    const second = await started(data);
    expect(await engineOf(data)).not.toBe(engine);
    const { application } = await administrator(second.description).director(`{ application(id: "${result.id}") { name } }`);
    expect(application).toEqual({ name: 'kept' });
  });
});

describe('a delivery that an endpoint refuses', () => {
  /** Reads the ids of the deliveries on the queue, one for each message. */
  const queued = (data: string): string[] => {
    const messages = new DatabaseSync(join(dataFolder(data).messaging, 'fauxqs.db'), { readOnly: true });
    const rows = messages.prepare("SELECT body FROM sqs_messages WHERE queue_name LIKE '%-deliveries'").all();
    messages.close();
    return rows.map(({ body }) => JSON.parse(String(body)).id);
  };

  it('does not become a message for each start, however often the system is killed and started again', async () => {
    const data = join(root, 'deliveries');
    const endpoint = await startWebhookEndpoint();
    endpoint.answers(500);
    const { description } = await started(data);
    const admin = administrator(description);
    await admin.director('mutation { result: createFormation(formation: { name: "retail" }) { id } }');
    await admin.director(`mutation { result: registerApplication(in: {
      name: "refusing", labels: { scenarios: ["retail"] }, webhooks: [{ type: CONFIGURATION_CHANGED, url: "${endpoint.url}" }] }) { id } }`);
    await admin.director('mutation { result: registerRuntime(in: { name: "cluster", labels: { scenarios: ["retail"] } }) { id } }');
    await eventually(() => expect(endpoint.received.length).toBeGreaterThan(0));
    for (let times = 0; times < 3; times += 1) {
      await running.pop()?.kill();
      await started(data);
    }
    await running.pop()?.kill();
    const ids = queued(data);
    expect(ids.length).toBeGreaterThan(0);
    // An event whose fan-out a kill interrupts is fanned out again, which makes one copy. A start makes none.
    const copies = (id: string) => ids.filter((other) => other === id).length;
    expect(Math.max(...ids.map(copies))).toBeLessThan(3);
    await endpoint.stop();
  });
});

describe('a reset after a runner was killed', () => {
  it('leaves neither engine nor Agents', async () => {
    const data = join(root, 'reset');
    const runner = await started(data);
    await provisioned(runner, data);
    await runner.kill();
    expect((await processesOf(dataFolder(data))).length).toBeGreaterThan(1);
    expect((await run('scripts/reset.ts', ['--data-dir', data])).code).toBe(0);
    expect(await processesOf(dataFolder(data))).toEqual([]);
    expect(existsSync(data)).toBe(false);
  });
});

describe('a runner whose engine ends', () => {
  it('ends too, says why in one line, and goes on with what is stored when it is started again', async () => {
    const data = join(root, 'engine');
    const first = await started(data);
    const { result } = await administrator(first.description).director(
      `mutation { result: registerApplication(in: {name: "kept"}) { id } }`,
    );
    process.kill(await engineOf(data), 'SIGKILL');
    const { code, output } = await first.ended;
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n').at(-1)).toBe(
      'The DynamoDB engine ended by SIGKILL, and the system with it: start it again, it goes on with what is stored.',
    );
    expect(await processesOf(dataFolder(data))).toEqual([]);
    const second = await started(data);
    const { application } = await administrator(second.description).director(`{ application(id: "${result.id}") { name } }`);
    expect(application).toEqual({ name: 'kept' });
  });

  it('ends too if that happens while it starts', async () => {
    const data = join(root, 'start');
    used.push(data);
    const ended = run('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', data]);
    await eventually(async () => expect(await readFile(join(dataFolder(data).table, 'dynoxide.log'), 'utf8')).toContain('listening'));
    process.kill(await engineOf(data), 'SIGKILL');
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/^The DynamoDB engine .*ended by SIGKILL/);
    expect(await processesOf(dataFolder(data))).toEqual([]);
  });
});
