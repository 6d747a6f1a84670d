import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '#local/http-server.ts';
import { gatewayAddresses } from '#local/process-host/events-url.ts';
import { type ProcessHost, processHost } from '#local/process-host/process-host.ts';
import { runtimeStore } from '#local/process-host/runtime-store.ts';
import { newId } from '#shared/core/ids.ts';

const id = newId();
const secretPath = '/secret';
// No listener is there: the Agent only has to keep trying.
const configuration = { CONNECTOR_URL: 'http://127.0.0.1:1/connector/graphql', TOKEN: 'token', RUNTIME_ID: id, TENANT: 'acme' };

let mtlsPort = 4443;
const gatewayOf = (runtimeId: string) =>
  gatewayAddresses({ mtlsUrl: `https://127.0.0.1:${mtlsPort}`, publicUrl: 'http://127.0.0.1:4000' }, runtimeId);

let folder: string;
let url: string;
let host: ProcessHost;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-host-'));
  await mkdir(join(folder, 'runtimes'));
  await start();
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  host = processHost({ store: runtimeStore(join(folder, 'runtimes')), caFile: join(folder, 'ca.pem'), secretPath, gatewayOf });
  url = `http://127.0.0.1:${await listen(host.server, 0)}`;
}

async function stop(): Promise<void> {
  await host.stop();
  await close(host.server);
}

async function call(method: string, path = '', body?: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${url}${secretPath}/runtimes/${id}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: answer.status, body: await answer.json() };
}

const agentPid = async () => Number(await readFile(join(folder, 'runtimes', id, 'agent.pid'), 'utf8'));
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const runningAgent = async (other = 0) => {
  await expect.poll(async () => (await agentPid().catch(() => other)) !== other, { timeout: 10_000 }).toBe(true);
  return agentPid();
};

describe('the host of Runtime Agents', () => {
  it('knows nothing of a Runtime before it is provisioned', async () => {
    expect(await call('GET')).toEqual({ status: 404, body: { state: 'absent' } });
    expect((await call('PUT', '/configuration', configuration)).status).toBe(404);
  });

  it('creates a place, however often it is asked', async () => {
    for (let times = 0; times < 2; times += 1)
      expect(await call('PUT', '', { tenant: 'acme', parameters: {} })).toEqual({ status: 200, body: { state: 'ready' } });
    expect(await call('GET')).toEqual({ status: 200, body: { state: 'ready' } });
  });

  it('refuses parameters that no agent could use', async () => {
    expect((await call('PUT', '', { tenant: 'acme', parameters: { eventsUrl: 'no url' } })).status).toBe(400);
  });

  it('runs an Agent on the configuration, which only its owner may read', async () => {
    expect((await call('PUT', '/configuration', configuration)).status).toBe(200);
    expect(isAlive(await runningAgent())).toBe(true);
    expect((await stat(join(folder, 'runtimes', id, 'configuration.json'))).mode & 0o777).toBe(0o600);
    await expect.poll(() => readFile(join(folder, 'runtimes', id, 'agent.log'), 'utf8'), { timeout: 10_000 }).toContain('agent started');
  });

  it('gives the Agent the addresses of the events gateway, and those of now after a start', async () => {
    const configured = async () => JSON.parse(await readFile(join(folder, 'runtimes', id, 'configuration.json'), 'utf8'));
    const addresses = () => ({
      RUNTIME_EVENTS_URL: `https://127.0.0.1:${mtlsPort}/runtimes/${id}`,
      RUNTIME_EVENTS_URL_FOR_TOKENS: `http://127.0.0.1:4000/runtimes/${id}`,
    });
    expect(await configured()).toMatchObject(addresses());
    mtlsPort += 1;
    await stop();
    await start();
    await host.resume();
    expect(await configured()).toMatchObject(addresses());
  });

  it('starts an Agent again that ends', async () => {
    const first = await runningAgent();
    process.kill(first, 'SIGKILL');
    expect(isAlive(await runningAgent(first))).toBe(true);
  });

  it('stops Agents with itself and starts them with itself', async () => {
    const before = await runningAgent();
    await stop();
    expect(isAlive(before)).toBe(false);
    await start();
    await host.resume();
    expect(isAlive(await runningAgent(before))).toBe(true);
  });

  it('removes a Runtime with its Agent, however often it is asked', async () => {
    const pid = await runningAgent();
    for (let times = 0; times < 2; times += 1) expect(await call('DELETE')).toEqual({ status: 200, body: { state: 'absent' } });
    expect(isAlive(pid)).toBe(false);
    expect((await call('GET')).status).toBe(404);
  });

  it('refuses a request that does not know its address', async () => {
    expect((await fetch(`${url}/runtimes/${id}`)).status).toBe(404);
    expect((await fetch(`${url}${secretPath}/runtimes/..%2f..`, { method: 'DELETE' })).status).toBe(404);
  });
});
