import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { eventually } from '#test/support/eventually.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const start = (output: 'pipe' | number) =>
  spawn(process.execPath, ['agent/main.ts', '--config', agent.configFile, '--state-dir', agent.stateFolder, '--sync-period', '0.1'], {
    stdio: ['ignore', output, 'ignore'],
  });

it.each(['the disk of its log is full', 'the reader of its log is gone'])('the agent goes on working where %s', async (what) => {
  const child = start(what.startsWith('the disk') ? openSync('/dev/full', 'w') : 'pipe');
  child.stdout?.once('data', () => child.stdout?.destroy());
  await eventually(async () => expect(agent.plane.count('applicationsForRuntime')).toBeGreaterThan(3));
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
