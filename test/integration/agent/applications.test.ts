import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfferedApplication } from '#test/support/agent-control-plane-state.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const numbered = (count: number): OfferedApplication[] => Array.from({ length: count }, (_, n) => ({ id: `id-${n}`, name: `mp-app-${n}` }));

describe.each([
  ['conditional read', undefined],
  ['GraphQL query of a control plane that knows no other way', 404],
])('fetching by %s', (_, readsAnswered) => {
  beforeEach(() => {
    agent.plane.state.readsAnswered = readsAnswered;
  });

  it('pages through Applications, bundles and definitions', async () => {
    agent.plane.state.pageSize = 2;
    const apis = Array.from({ length: 3 }, (_, n) => ({ id: `api-${n}`, name: `api ${n}`, targetURL: 'https://shop.example/api' }));
    const events = Array.from({ length: 5 }, (_, n) => ({ id: `event-${n}`, name: `event ${n}` }));
    const bundles = [{ id: 'b0' }, { id: 'b1' }, { id: 'b2', apis, events }];
    agent.plane.state.applications = [...numbered(4), { id: 'rich', name: 'mp-rich', bundles }];
    await agent.cycle();
    const { runtimeId, applications } = JSON.parse(await agent.file('applications.json'));
    expect(runtimeId).toBe(agent.plane.state.runtimeId);
    expect(applications.map(({ id }: { id: string }) => id)).toEqual(['id-0', 'id-1', 'id-2', 'id-3', 'rich']);
    const rich = JSON.parse(await agent.file('applications/mp-rich.json'));
    expect(rich.bundles.map(({ id }: { id: string }) => id)).toEqual(['b0', 'b1', 'b2']);
    expect(rich.bundles[2].apiDefinitions).toHaveLength(3);
    expect(rich.bundles[2].eventDefinitions).toHaveLength(5);
  });

  it('brings the credentials that the Runtime needs', async () => {
    const basic = { username: 'runtime', password: 'secret' };
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', basic }] }];
    await agent.cycle();
    const shop = JSON.parse(await agent.file('applications/mp-shop.json'));
    expect(shop.bundles[0].defaultInstanceAuth.credential).toEqual(basic);
  });

  describe('of an Application that the Director answers without its contents', () => {
    const basic = { username: 'runtime', password: 'secret' };
    const withheld = { id: 'id-1', name: 'mp-app-1', error: 'it is too large' };
    beforeEach(async () => {
      agent.plane.state.applications = [{ id: 'id-1', name: 'mp-app-1', bundles: [{ id: 'b1', basic }] }];
      await agent.cycle();
      agent.plane.state.applications = [...numbered(1), withheld, { id: 'id-2', name: 'mp-app-2', error: 'it is too large' }];
    });

    it('keeps what was applied of it, applies the others, and says so', async () => {
      const before = await agent.file('applications/mp-app-1.json');
      await agent.cycle();
      expect(await agent.applicationFiles()).toEqual(['mp-app-0.json', 'mp-app-1.json']);
      expect(await agent.file('applications/mp-app-1.json')).toBe(before);
      const { applications } = JSON.parse(await agent.file('applications.json'));
      expect(applications.map(({ id }: { id: string }) => id)).toEqual(['id-0', 'id-1']);
      const warnings = agent.lines.filter((line) => line.includes('warn an application is withheld'));
      expect(warnings.map((line) => /\bid=(\S+)/.exec(line)?.[1])).toEqual(['id-1', 'id-2']);
    });

    it('keeps it while nothing changes, and takes it up again when it is answered', async () => {
      for (let cycles = 0; cycles < 3; cycles += 1) await agent.cycle();
      expect(JSON.parse(await agent.file('applications/mp-app-1.json')).bundles[0].defaultInstanceAuth.credential).toEqual(basic);
      agent.plane.state.applications = numbered(2);
      await agent.cycle();
      expect(JSON.parse(await agent.file('applications/mp-app-1.json')).bundles).toEqual([]);
      expect(JSON.parse(await agent.file('applications.json')).withheld).toBeUndefined();
    });

    it('leaves its file even where nothing else is known of it', async () => {
      const before = await agent.file('applications/mp-app-1.json');
      await writeFile(join(agent.stateFolder, 'applications.json'), 'damaged');
      await agent.cycle();
      expect(await agent.file('applications/mp-app-1.json')).toBe(before);
    });

    it('removes its file once it is none of the Applications any more', async () => {
      await agent.cycle();
      agent.plane.state.applications = numbered(1);
      await agent.cycle();
      expect(await agent.applicationFiles()).toEqual(['mp-app-0.json']);
    });
  });

  it('refuses a Director whose cursor leads nowhere, instead of taking a part for the whole', async () => {
    agent.plane.state.applications = numbered(3);
    agent.plane.state.pageSize = 0;
    await expect(agent.cycle()).rejects.toThrow(/its cursor does not lead on/);
  });
});

describe('applying', () => {
  it('removes the files of Applications that are gone', async () => {
    agent.plane.state.applications = numbered(3);
    await agent.cycle();
    agent.plane.state.applications = numbered(2);
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-app-0.json', 'mp-app-1.json']);
    expect(agent.lines.at(-1)).toContain('application removed file=mp-app-2.json');
  });

  it('removes nothing when a later page fails', async () => {
    agent.plane.state.applications = numbered(3);
    await agent.cycle();
    agent.plane.state.applications = numbered(2);
    agent.plane.state.pageSize = 1;
    agent.plane.state.fails = ({ operation, variables }) => operation === 'applicationsForRuntime' && variables.after !== undefined;
    await expect(agent.cycle()).rejects.toThrow('answered HTTP 500');
    expect(await agent.applicationFiles()).toEqual(['mp-app-0.json', 'mp-app-1.json', 'mp-app-2.json']);
  });

  it('restores a file that was changed by hand', async () => {
    agent.plane.state.applications = numbered(1);
    await agent.cycle();
    await writeFile(join(agent.stateFolder, 'applications', 'mp-app-0.json'), 'changed by somebody');
    await agent.cycle();
    expect(JSON.parse(await agent.file('applications/mp-app-0.json')).id).toBe('id-0');
  });
});

describe('the addresses of the Runtime', () => {
  const urls = {
    RUNTIME_EVENTS_URL: 'https://events.runtime.example',
    RUNTIME_EVENTS_URL_FOR_TOKENS: 'https://tokens.runtime.example',
    RUNTIME_CONSOLE_URL: 'https://console.runtime.example',
  };

  it('are written as labels once, and again only when they differ', async () => {
    await agent.configure({ TOKEN: agent.plane.newToken(), ...urls });
    await agent.cycle();
    await agent.cycle();
    expect(agent.plane.count('setRuntimeLabel')).toBe(3);
    expect(agent.plane.state.labels).toEqual({
      runtime_eventServiceUrl: 'https://events.runtime.example',
      runtime_eventServiceUrlForTokens: 'https://tokens.runtime.example',
      runtime_consoleUrl: 'https://console.runtime.example',
    });
    agent.plane.state.labels.runtime_consoleUrl = 'https://elsewhere.example';
    await agent.cycle();
    expect(agent.plane.count('setRuntimeLabel')).toBe(4);
  });

  it('are never invented: without an address the label stays as it is', async () => {
    agent.plane.state.labels.runtime_consoleUrl = 'https://console.of-the-operator.example';
    await agent.cycle();
    expect(agent.plane.count('setRuntimeLabel')).toBe(0);
    expect(agent.plane.state.labels).toEqual({ runtime_consoleUrl: 'https://console.of-the-operator.example' });
  });

  it('show in the Applications of the same cycle', async () => {
    await agent.configure({ TOKEN: agent.plane.newToken(), ...urls });
    agent.plane.state.applications = numbered(1);
    await agent.cycle();
    const application = JSON.parse(await agent.file('applications/mp-app-0.json'));
    expect(application.eventingConfiguration).toEqual({ defaultURL: 'https://events.runtime.example' });
  });
});
