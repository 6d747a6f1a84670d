import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf, startAgent } from '#test/support/agent-process.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

describe('the program', () => {
  it('runs one cycle with --once, prints what it did and exits 0', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    const { output, errors, code } = await outcomeOf(startAgent(agent, '--once', '--key-type', 'rsa-2048'));
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/^\S+Z info pairing started runtime=/);
    expect(output).toContain('info application added file=mp-shop.json');
  });

  it('exits 1 with one line when the cycle fails', async () => {
    agent.plane.state.away = true;
    const { errors, code } = await outcomeOf(startAgent(agent, '--once'));
    expect(code).toBe(1);
    expect(errors).toMatch(/^compass-runtime-agent: https:\/\/\S+ cannot be reached \(ECONNRESET\)\n$/);
  });

  it('names everything that is missing in one line', async () => {
    await agent.configure({ CONNECTOR_URL: '', TENANT: '' });
    const { errors, code } = await outcomeOf(startAgent(agent));
    expect([code, errors.split('\n').length]).toEqual([2, 2]);
    expect(errors).toContain('missing configuration: CONNECTOR_URL, TENANT, TOKEN');
  });

  it.each<[string, number, () => Promise<unknown>, ...string[]]>([
    ['an option is not known', 2, async () => {}, '--nonsense'],
    ['a value is not understood', 2, async () => {}, '--sync-period', 'often'],
    ['there is no such CA file', 2, () => agent.configure({ CA_FILE: '/missing' })],
    ['the one-time token was used', 3, () => agent.configure({ TOKEN: 'used' })],
    [
      'the certificate is revoked',
      3,
      async () => {
        await agent.cycle();
        agent.plane.state.revoked = true;
      },
    ],
    [
      'the state folder is of another Runtime',
      4,
      async () => {
        await agent.cycle();
        await agent.configure({ RUNTIME_ID: 'another', TOKEN: agent.plane.newToken() });
      },
    ],
    ['its help was asked for', 0, async () => {}, '--help'],
  ])('tells by its exit code where %s', async (_, expected, prepare, ...options) => {
    await prepare();
    const { code, output, errors } = await outcomeOf(startAgent(agent, '--once', ...options));
    expect(code).toBe(expected);
    expect(code === 0 ? output : errors).not.toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes its step and exits 0 on %s', async (signal) => {
    const child = startAgent(agent);
    const ended = outcomeOf(child);
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('configuration fetched')) child.kill(signal);
    });
    const { output, code } = await ended;
    expect(code).toBe(0);
    expect(output).toMatch(/agent stopped\n$/);
  });
});
