import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { type TestProxy, testProxy } from '#test/support/test-proxy.ts';

let agent: AgentUnderTest;
let proxy: TestProxy;
beforeEach(async () => {
  agent = await agentUnderTest();
  proxy = await testProxy();
});
afterEach(async () => {
  await proxy.close();
  await agent.dispose();
});

const address = (credentials = '') => `http://${credentials}127.0.0.1:${proxy.port}`;
const authorities = () => new Set(proxy.seen.map(({ line }) => line));

describe('behind a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
    'named by %s the agent pairs and fetches, its certificate inside the tunnel',
    async (name) => {
      agent.environment[name] = address();
      await agent.cycle();
      const open = new URL(agent.plane.connectorUrl).host;
      const secured = new URL(agent.plane.secured.url).host;
      expect(authorities()).toEqual(new Set([`CONNECT ${open}`, `CONNECT ${secured}`]));
      expect(agent.plane.requests.find(({ endpoint }) => endpoint === 'director')?.clientKey).toContain('PUBLIC KEY');
    },
  );

  it('sends user and password of its URL, and never prints them', async () => {
    agent.environment.HTTPS_PROXY = address('agent:p%40ss%w@');
    await agent.cycle();
    expect(proxy.seen[0]?.authorization).toBe(`Basic ${Buffer.from('agent:p@ss%w').toString('base64')}`);
    await proxy.close();
    const reason = agent.cycle().catch((error: Error) => error.message);
    expect(await reason).toMatch(/: the proxy http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)$/);
    proxy = await testProxy();
  });

  it.each([
    [407, /the proxy http:\S+ refuses to connect to 127\.0\.0\.1:\d+ \(HTTP 407: give it user and password/],
    [403, /the proxy http:\S+ refuses to connect to 127\.0\.0\.1:\d+ \(HTTP 403\)$/],
  ])('that answers %i the agent says so, and does not take it for an answer of the control plane', async (status, message) => {
    await proxy.close();
    proxy = await testProxy(status);
    agent.environment.HTTPS_PROXY = address();
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringMatching(message) });
  });

  it('whose certificate is not trusted the agent says so, and trusts its authority once the system does', async () => {
    const { origin } = new URL(agent.plane.secured.url);
    const authority = await readFile(agent.plane.caFile);
    const beside = `${agent.configFile}.pem`;
    await writeFile(beside, '');
    Object.assign(agent.environment, { HTTPS_PROXY: origin, SSL_CERT_FILE: beside });
    await agent.configure({ TOKEN: agent.plane.newToken(), CA_FILE: '' });
    const message = expect.stringMatching(
      /: the proxy https:\S+ presents a certificate that is not trusted \(\w+\); name its CA with --ca$/,
    );
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'untrusted', message });
    await writeFile(beside, authority);
    // It is the control plane, which asks for a certificate.
    const asks = expect.stringMatching(/: the proxy https:\S+ asks for a client certificate of its own \(\w+\), which is not sent$/);
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'unavailable', message: asks });
  });

  it('that NO_PROXY keeps out it goes direct', async () => {
    Object.assign(agent.environment, { HTTPS_PROXY: address(), NO_PROXY: 'other.example, 127.0.0.0/8' });
    await agent.cycle();
    expect(proxy.seen).toEqual([]);
  });
});
