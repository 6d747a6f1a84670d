import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const day = 86_400_000;
let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const renewals = () => agent.lines.filter((line) => line.includes('certificate renewed')).length;

describe.each([
  ['ahead', 30 * day, /warn the clock differs from that of the control plane secondsAhead=2592\d{3}/],
  ['behind', -30 * day, /warn the clock differs from that of the control plane secondsAhead=-259[12]\d{3}/],
])('a clock that is 30 days %s', (_, ahead, warning) => {
  beforeEach(() => {
    agent.time.ahead = ahead;
  });

  it('does not keep the agent from pairing and working, and is reported', async () => {
    await agent.cycle();
    expect(agent.lines.join('\n')).toMatch(warning);
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });

  it('does not make it renew a certificate that is good for long', async () => {
    await agent.cycle();
    await agent.loop((waited) => waited < 3);
    expect(renewals()).toBe(0);
    expect(agent.plane.lineages.keys).toHaveLength(1);
  });

  it('does not make it miss the time to renew', async () => {
    await agent.cycle();
    agent.time.passed += 5 * day;
    await agent.cycle();
    expect(renewals()).toBe(1);
  });

  it('does not make it take a new token while its certificate works', async () => {
    await agent.cycle();
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(agent.plane.lineages.pairings).toBe(1);
  });
});

it('a clock that jumps while the agent runs changes nothing, and is reported once each time it goes wrong', async () => {
  await agent.loop((waited) => {
    agent.time.ahead = [0, 0, 3 * day, 3 * day, 0, 3 * day, 3 * day][waited] ?? 0;
    return waited < 7;
  });
  expect(renewals()).toBe(0);
  expect(agent.lines.filter((line) => line.includes('the clock differs'))).toHaveLength(2);
  expect(agent.plane.count('applicationsForRuntime')).toBe(7);
});

it('a clock that is right to a minute is not mentioned', async () => {
  agent.time.ahead = 30_000;
  await agent.cycle();
  expect(agent.lines.join('\n')).not.toContain('clock');
});
