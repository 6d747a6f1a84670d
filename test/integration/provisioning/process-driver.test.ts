import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { processDriver } from '#shared/provisioning/drivers/process-driver.ts';
import type { RuntimeDriver } from '#shared/provisioning/runtime-driver.ts';

const environment = { tenant: tenantId('t1'), runtimeId: 'r1', operationId: 'o1', parameters: { eventsUrl: 'http://127.0.0.1:9/' } };
const configuration = { CONNECTOR_URL: 'https://c', TOKEN: 'secret-token', RUNTIME_ID: 'r1', TENANT: 't1' };
let host: Server;
let driver: RuntimeDriver;
let answer: { status: number; body: unknown };
let requests: { method?: string; url?: string; body: unknown }[];

beforeAll(async () => {
  host = createServer(async (request, response) => {
    const body = await text(request);
    requests.push({ method: request.method, url: request.url, body: body ? JSON.parse(body) : undefined });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  driver = processDriver(`http://127.0.0.1:${(host.address() as AddressInfo).port}/hidden`);
});
afterAll(() => void host.close());
beforeEach(() => {
  requests = [];
  answer = { status: 200, body: { state: 'ready' } };
});

describe('the process driver', () => {
  it('creates the environment, hands over the configuration and removes it, below the path of the host', async () => {
    await driver.provision(environment);
    await driver.configure(environment, configuration);
    await driver.remove(environment);

    expect(requests).toEqual([
      { method: 'PUT', url: '/hidden/runtimes/r1', body: { tenant: 't1', parameters: environment.parameters } },
      { method: 'PUT', url: '/hidden/runtimes/r1/configuration', body: configuration },
      { method: 'DELETE', url: '/hidden/runtimes/r1', body: undefined },
    ]);
  });

  it.each([
    ['ready', 'ready'],
    ['running', 'ready'],
    ['starting', 'pending'],
  ])('takes an environment that is %s for %s', async (state, progress) => {
    answer.body = { state };
    expect(await driver.check(environment)).toBe(progress);
  });

  it('fails for an environment that is gone', async () => {
    answer = { status: 404, body: { state: 'absent' } };
    await expect(driver.check(environment)).rejects.toMatchObject({ code: 'DriverFailed' });
  });

  it('takes an environment that is gone for removed', async () => {
    answer = { status: 404, body: { state: 'absent' } };
    await driver.remove(environment);
    expect(await driver.checkRemoved(environment)).toBe('ready');
    answer = { status: 200, body: { state: 'running' } };
    expect(await driver.checkRemoved(environment)).toBe('pending');
  });

  it('fails with the reason of a host that refuses', async () => {
    answer = { status: 400, body: { state: 'failed', message: 'no such size' } };
    await expect(driver.provision(environment)).rejects.toMatchObject({ code: 'DriverFailed', message: 'no such size' });
  });

  it('is unavailable while the host is in trouble or away, and never tells the token', async () => {
    answer = { status: 503, body: {} };
    await expect(driver.configure(environment, configuration)).rejects.toMatchObject({ code: 'DriverUnavailable' });
    const away = processDriver('http://127.0.0.1:1').configure(environment, configuration);
    await expect(away).rejects.toMatchObject({ code: 'DriverUnavailable', message: 'the host of Runtime Agents does not answer' });
  });
});
