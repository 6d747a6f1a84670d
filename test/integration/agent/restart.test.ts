import { describe, expect, it } from 'vitest';
import { parseIdentity } from '#agent/state/certificate.ts';
import { cycleWithCrash } from '#test/support/agent-crash.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const day = 86_400_000;

type Reach = (agent: AgentUnderTest) => Promise<void>;

/** Brings an agent before the cycle in which it dies. */
const stages: Readonly<Record<string, Reach>> = {
  'while it pairs': async () => {},
  'while it renews its certificate': async (agent) => {
    await agent.cycle();
    await agent.configure({});
    agent.time.passed += 5 * day;
  },
  'while it applies a change': async (agent) => {
    await agent.cycle();
    agent.plane.state.applications = [{ id: 'a2', name: 'mp-other' }];
  },
};

describe.each(Object.entries(stages))('an agent that dies %s', (_, reach) => {
  it.each(['before', 'after'] as const)(
    'goes on where it died %s any step: one identity, one lineage, everything applied',
    async (when) => {
      const steps = await withAgent(reach, (agent) => cycleWithCrash(agent, { at: Number.POSITIVE_INFINITY, when }));
      expect(steps).toBeGreaterThan(5);
      for (let at = 0; at < steps; at += 1) {
        await withAgent(reach, async (agent) => {
          await cycleWithCrash(agent, { at, when });
          await agent.cycle();
          await expectIntact(agent);
        });
      }
    },
  );
});

it('an Agent that starts again keeps the identity of a pairing that was complete but for the tidying up, when its token has died since', async () => {
  await withAgent(
    async () => {},
    async (agent) => {
      const steps = 5;
      await cycleWithCrash(agent, { at: steps, when: 'after' });
      expect(await agent.file('pairing.json')).toContain('signing');
      await agent.configure({ TOKEN: agent.plane.newToken() });
      await agent.cycle();
      await expectIntact(agent);
    },
  );
});

async function withAgent<T>(reach: Reach, use: (agent: AgentUnderTest) => Promise<T>): Promise<T> {
  const agent = await agentUnderTest();
  try {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await reach(agent);
    return await use(agent);
  } finally {
    await agent.dispose();
  }
}

async function expectIntact(agent: AgentUnderTest): Promise<void> {
  const { pairings, cloneSuspected, keys } = agent.plane.lineages;
  expect({ pairings, cloneSuspected, keys: keys.length }).toEqual({ pairings: 1, cloneSuspected: false, keys: new Set(keys).size });
  expect(parseIdentity(await agent.file('identity.pem'))).toBeDefined();
  expect(await agent.applicationFiles()).toEqual(agent.plane.state.applications.map(({ name }) => `${name}.json`));
  await expect(agent.file('pairing.json')).rejects.toThrow('ENOENT');
  await expect(agent.file('renewal.json')).rejects.toThrow('ENOENT');
}
