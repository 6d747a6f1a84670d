import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

const hour = 3_600_000;
/** Chance that is the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest(dice(7));
  agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
  agent.plane.state.pollAfter = '60';
});
afterEach(() => agent.dispose());

/** Runs the agent over an outage, with three polls before and some after it. Answers what was waited for in between. */
async function overAnOutage(hours: number, afterwards: number, atTheEnd: () => Promise<void> = async () => {}): Promise<number[]> {
  let began = 0;
  let ended: number | undefined;
  await agent.loop(async (waited) => {
    if (waited === 3) {
      began = agent.time.passed;
      await agent.plane.secured.pause();
    }
    if (ended === undefined && waited > 3 && agent.time.passed - began >= hours * hour) {
      ended = waited;
      await atTheEnd();
      await agent.plane.secured.resume();
    }
    return waited < (ended ?? Number.POSITIVE_INFINITY) + afterwards;
  });
  return agent.waits.slice(3, ended);
}

describe('24 hours without the control plane', () => {
  it('end with the agent back at work by itself: same identity, certificate renewed, Applications in place all the time', async () => {
    agent.plane.state.validity = validFor(30 / 24);
    const seen: string[][] = [];
    const waits = await overAnOutage(24, 3, async () => {
      seen.push(await agent.applicationFiles());
      agent.plane.requests.length = 0;
      agent.plane.state.applications = [{ id: 'a2', name: 'mp-other' }];
    });
    expect(seen).toEqual([['mp-shop.json']]);
    expect(await agent.applicationFiles()).toEqual(['mp-other.json']);
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(agent.plane.lineages.keys).toHaveLength(2);
    expect(agent.lines.filter((line) => line.includes('certificate renewed'))).toHaveLength(1);
    expect(agent.plane.requests.every(({ endpoint }) => endpoint !== 'token')).toBe(true);

    // Five minutes at most, so that it is back soon; spread at random, so that not all agents return at once; not pressing in between.
    expect(Math.max(...waits)).toBeLessThanOrEqual(300);
    expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(100);
    expect(waits.length).toBeLessThan((24 * 3600) / 120);
    expect(agent.waits.at(-1)).toBeLessThanOrEqual(72);
  });

  it('go over into backing off again after a restart in the middle, instead of starting from a second', async () => {
    agent.plane.state.away = true;
    await agent.loop((waited) => waited < 40);
    await agent.loop((waited) => waited < 60);
    const after = agent.waits.slice(40);
    expect(after.reduce((sum, wait) => sum + wait, 0) / after.length).toBeGreaterThan(60);
  });
});

describe('an outage that outlasts the certificate', () => {
  it('keeps the Applications, says what helps, and ends with a fresh token: same Runtime, everything applied', async () => {
    agent.plane.state.validity = validFor(2 / 24);
    await overAnOutage(3, 2);
    expect(agent.lines.at(-2)).toMatch(/certificate has expired and TOKEN has been used already; give a fresh one-time token/);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);

    await agent.configure({ TOKEN: agent.plane.newToken() });
    agent.plane.state.applications = [{ id: 'a2', name: 'mp-other' }];
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-other.json']);
    expect(JSON.parse(await agent.file('connection.json')).runtimeId).toBe(agent.plane.state.runtimeId);
  });
});
