import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentControlPlane } from '#test/support/agent-control-plane.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const addressesAt = (url: string) => ({
  directorURL: `${url}/director/graphql`,
  certificateSecuredConnectorURL: `${url}/connector/graphql`,
});
const storedDirector = async () => JSON.parse(await agent.file('connection.json')).directorUrl;
const printed = () => agent.lines.join('\n');
/** Nothing listens on the discard port. */
const nowhere = 'https://127.0.0.1:9';

describe('when the Connector names other addresses, the agent', () => {
  it('moves there in the same cycle, and stays', async () => {
    await agent.cycle();
    const { url } = await agent.plane.openAnother();
    agent.plane.state.named = addressesAt(url);
    await agent.cycle();
    expect(printed()).toContain('control plane addresses changed');
    expect(await storedDirector()).toBe(`${url}/director/graphql`);
    agent.plane.requests.length = 0;
    await agent.cycle();
    expect(new Set(agent.plane.requests.map(({ host }) => `https://${host}`))).toEqual(new Set([url]));
  });

  it('follows a Director that moves alone', async () => {
    await agent.cycle();
    agent.plane.state.directorPath = '/moved/director';
    await agent.cycle();
    expect(await storedDirector()).toContain('/moved/director');
  });

  it('stays at the address that works while no server answers at the new one, and moves when one does', async () => {
    await agent.cycle();
    agent.plane.state.named = addressesAt(nowhere);
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await agent.cycle();
    expect(printed()).toMatch(/the new control plane addresses do not work, staying .*ECONNREFUSED/);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
    const { url } = await agent.plane.openAnother();
    agent.plane.state.named = addressesAt(url);
    await agent.cycle();
    expect(await storedDirector()).toBe(`${url}/director/graphql`);
  });

  it('stays where it works while it is refused there', async () => {
    await agent.cycle();
    const { url } = await agent.plane.openAnother();
    agent.plane.state.named = addressesAt(url);
    const host = url.slice('https://'.length);
    agent.plane.state.fails = (request) => request.host === host;
    await agent.cycle();
    expect(printed()).toContain('the new control plane addresses do not work, staying');
    expect(agent.plane.requests.at(-1)?.host).not.toBe(host);
  });

  it('remembers them, should the old ones be gone before the new ones worked', async () => {
    await agent.cycle();
    const { url } = await agent.plane.openAnother();
    agent.plane.state.named = addressesAt(url);
    agent.plane.state.fails = (request) => request.host === url.slice('https://'.length);
    await agent.cycle();
    await agent.plane.secured.close();
    agent.plane.state.fails = () => false;
    await agent.cycle();
    expect(await storedDirector()).toBe(`${url}/director/graphql`);
    expect(JSON.parse(await agent.file('connection.json')).announced).toBeUndefined();
  });

  it('forgets them when the Connector takes them back', async () => {
    await agent.cycle();
    const before = await agent.file('connection.json');
    agent.plane.state.named = addressesAt(nowhere);
    await agent.cycle();
    agent.plane.state.named = undefined;
    await agent.cycle();
    expect(await agent.file('connection.json')).toBe(before);
  });
});

describe('when the configuration names another control plane, with a token of it, the agent', () => {
  it('pairs there once the old one is gone, not while it works', async () => {
    const other = await agentControlPlane(join(agent.stateFolder, '..', 'other-ca.pem'));
    Object.assign(other.state, { runtimeId: agent.plane.state.runtimeId, tenant: agent.plane.state.tenant });
    try {
      await agent.cycle();
      await writeFile(agent.plane.caFile, (await readFile(agent.plane.caFile, 'utf8')) + (await readFile(other.caFile, 'utf8')));
      await agent.configure({ CONNECTOR_URL: other.connectorUrl, TOKEN: other.newToken() });
      await agent.cycle();
      expect(other.requests).toEqual([]);
      await agent.plane.secured.close();
      await agent.cycle();
      expect(other.count('applicationsForRuntime')).toBe(1);
    } finally {
      await other.close();
    }
  });
});
