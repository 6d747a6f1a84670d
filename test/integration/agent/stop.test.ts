import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
let silent: Server;
let sockets: Socket[];
beforeEach(async () => {
  agent = await agentUnderTest();
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  silent.close();
  await agent.dispose();
});

/** Answers the first thing that it is sent by `greeting`, and nothing else. Returns its host with its port. */
async function silence(greeting = ''): Promise<string> {
  silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => greeting !== '' && socket.write(greeting));
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  return `127.0.0.1:${(silent.address() as AddressInfo).port}`;
}

const start = (environment: Record<string, string> = {}) =>
  spawn(process.execPath, ['agent/main.ts', '--config', agent.configFile, '--state-dir', agent.stateFolder], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH, ...environment },
  });

describe('SIGTERM', () => {
  it.each<[string, (at: string) => { url: string; environment?: Record<string, string> }, string?]>([
    ['an answer', (at) => ({ url: `http://${at}/graphql` })],
    ['a TLS handshake', (at) => ({ url: `https://${at}/graphql` })],
    ['a proxy', (at) => ({ url: 'https://compass.example/graphql', environment: { HTTPS_PROXY: `http://${at}` } })],
    ['a TLS handshake with a proxy', (at) => ({ url: 'https://compass.example/graphql', environment: { HTTPS_PROXY: `https://${at}` } })],
    [
      'a TLS handshake in the tunnel of a proxy',
      (at) => ({ url: 'https://compass.example/graphql', environment: { HTTPS_PROXY: `http://${at}` } }),
      'HTTP/1.1 200 Connection established\r\n\r\n',
    ],
  ])('ends an Agent that waits for %s, with code 0', async (_, leadingTo, greeting) => {
    const { url, environment } = leadingTo(await silence(greeting));
    await agent.configure({ CONNECTOR_URL: url, TOKEN: 'token' });
    const child = start(environment);
    await expect.poll(() => sockets.filter(({ bytesRead }) => bytesRead > 0).length, { timeout: 20_000 }).toBe(1);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await readdir(agent.stateFolder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
