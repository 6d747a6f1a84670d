import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf, startAgent } from '#test/support/agent-process.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { contentOf } from '#test/support/content-of.ts';

let agent: AgentUnderTest;
let ran: string;
beforeEach(async () => {
  agent = await agentUnderTest();
  ran = join(dirname(agent.configFile), 'ran');
  agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
});
afterEach(() => agent.dispose());

const once = (...options: string[]) => outcomeOf(startAgent(agent, '--once', ...options));
const runs = async () => (await contentOf(ran)).toString().split('\n').filter(Boolean);

describe('the command of --on-change', () => {
  const command = () => `echo "$COMPASS_STATE_DIR" >> ${ran}`;

  it('runs after Applications changed, with the state folder in its environment, and not when nothing changed', async () => {
    expect((await once('--on-change', command())).code).toBe(0);
    expect((await once('--on-change', command())).code).toBe(0);
    expect(await runs()).toEqual([agent.stateFolder]);
    agent.plane.state.applications = [];
    expect((await once('--on-change', command())).code).toBe(0);
    expect(await runs()).toHaveLength(2);
  });

  it('runs again, though nothing changed since, until it ends with code 0', async () => {
    const { code, errors } = await once('--on-change', `${command()}; exit 3`);
    expect([code, errors]).toEqual([1, expect.stringContaining('the command of --on-change ended with code 3')]);
    expect((await once('--on-change', command())).code).toBe(0);
    expect((await once('--on-change', command())).code).toBe(0);
    expect(await runs()).toHaveLength(2);
  });

  it('is ended with all that it started when the Agent is to end, and runs again after the next start', async () => {
    const child = startAgent(
      agent,
      '--on-change',
      `${command()}; trap "" TERM; echo $$ >> ${ran}; sleep 600 & echo $! >> ${ran}; wait; sleep 600`,
    );
    const ended = outcomeOf(child);
    await expect.poll(async () => (await runs()).length, { timeout: 20_000 }).toBe(3);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    for (const pid of (await runs()).slice(1)) await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
    expect((await once('--on-change', command())).code).toBe(0);
    expect(await runs()).toHaveLength(4);
  });

  it('runs where the note of the change cannot be written, and keeps no Application from being applied', async () => {
    await mkdir(join(agent.stateFolder, 'unannounced.json.tmp'), { recursive: true });
    expect((await once('--on-change', command())).code).toBe(0);
    expect(await runs()).toHaveLength(1);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
  });

  it('does not see the one-time token', async () => {
    const child = startAgent(agent, '--once', '--on-change', `echo "token:$TOKEN" >> ${ran}`);
    expect((await outcomeOf(child)).code).toBe(0);
    expect(await runs()).toEqual(['token:']);
  });
});

describe('the file of --touch-on-change', () => {
  it('is made, and gets a new time with each change', async () => {
    await once('--touch-on-change', ran);
    const first = (await stat(ran)).mtimeMs;
    await once('--touch-on-change', ran);
    expect((await stat(ran)).mtimeMs).toBe(first);
    agent.plane.state.applications = [];
    await once('--touch-on-change', ran);
    expect((await stat(ran)).mtimeMs).toBeGreaterThan(first);
  });
});

/** A process that has ended and that its parent has not asked for counts as ended. */
async function isRunning(pid: string): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return status !== undefined && !/\) Z /.test(status);
}
