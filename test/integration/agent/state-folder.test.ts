import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderLock, holderOf, lockFolder } from '#agent/state/folder-lock.ts';
import { privateFolder } from '#agent/state/private-files.ts';
import { outcomeOf, startAgent } from '#test/support/agent-process.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const never = new AbortController().signal;
const inUse = (process?: number) =>
  new RegExp(`another Agent \\(process ${process ?? '\\d+'} on \\S+\\) uses the state folder .+: stop it, or`);

describe('the lock of a state folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('goes to exactly one of many who come at the same time', async () => {
    for (let round = 0; round < 3; round += 1) {
      const held: FolderLock[] = [];
      let most = 0;
      const attempts = Array.from({ length: 8 }, async () => {
        const lock = await lockFolder(folder, 30_000, never);
        held.push(lock);
        most = Math.max(most, held.length);
        await new Promise(setImmediate);
        held.splice(held.indexOf(lock), 1);
        lock.release();
      });
      await Promise.all(attempts);
      expect(most).toBe(1);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which process has it, and is free once that lets it go', async () => {
    const lock = await lockFolder(folder, 0, never);
    await expect(lockFolder(folder, 0, never)).rejects.toThrow(inUse(process.pid));
    expect(await holderOf(folder)).toMatchObject({ pid: process.pid });
    lock.release();
    expect(await holderOf(folder)).toBeUndefined();
    (await lockFolder(folder, 0, never)).release();
  });

  it('is found in a folder whose path is longer than that of a socket may be', async () => {
    const deep = join(folder, 'a'.repeat(120), 'b'.repeat(120));
    await mkdir(deep, { recursive: true });
    const lock = await lockFolder(deep, 0, never);
    await expect(lockFolder(deep, 0, never)).rejects.toThrow(inUse());
    lock.release();
    expect(await readdir(deep)).toEqual([]);
  });

  it('is waited for no longer than until the Agent is to end', async () => {
    const lock = await lockFolder(folder, 0, never);
    const stop = new AbortController();
    const waiting = lockFolder(folder, 60_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('abort');
    lock.release();
  });
});

describe('a state folder', () => {
  let agent: AgentUnderTest;
  beforeEach(async () => {
    agent = await agentUnderTest();
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
  });
  afterEach(() => agent.dispose());

  const run = (...options: string[]) => outcomeOf(startAgent(agent, '--once', ...options));

  it('serves two Agents that are started at the same time one after the other, also where both are to renew the certificate', async () => {
    expect((await Promise.all([run(), run()])).map(({ code }) => code)).toEqual([0, 0]);
    const always = ['--sync-period', '400000'];
    expect((await Promise.all([run(...always), run(...always)])).map(({ errors }) => errors)).toEqual(['', '']);
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(agent.plane.lineages.keys).toHaveLength(3);
  });

  it('is closed to a second Agent while the first one works, or is stopped by a debugger, and open once that was killed', async () => {
    const first = startAgent(agent);
    const ended = once(first, 'exit');
    await expect.poll(() => agent.plane.count('configuration'), { timeout: 20_000 }).toBeGreaterThan(1);
    expect((await run()).errors).toMatch(inUse(first.pid));
    first.kill('SIGSTOP');
    await expect(lockFolder(agent.stateFolder, 0, never)).rejects.toThrow(/another Agent uses the state folder/);
    first.kill('SIGKILL');
    await ended;
    expect(await run()).toMatchObject({ code: 0, errors: '' });
    expect((await readdir(agent.stateFolder)).filter((name) => name.includes('.sock'))).toEqual([]);
  });

  it('of another Runtime is left alone, and says whose it is', async () => {
    await agent.cycle();
    const identity = await agent.file('identity.pem');
    await agent.configure({ RUNTIME_ID: 'another-runtime', TOKEN: agent.plane.newToken() });
    const { errors } = await outcomeOf(startAgent(agent));
    expect(errors).toContain(`the state folder belongs to Runtime ${agent.plane.state.runtimeId} of tenant ${agent.plane.state.tenant}`);
    expect(errors).toContain('Runtime another-runtime');
    await expect(agent.cycle()).rejects.toThrow('the state folder belongs to Runtime');
    expect(await agent.file('identity.pem')).toBe(identity);
    expect(agent.plane.lineages.pairings).toBe(1);
  });

  it('that was paired under a wrong RUNTIME_ID or TENANT says the right ones, and works without another token once they are corrected', async () => {
    const { runtimeId, tenant } = agent.plane.state;
    const token = agent.plane.newToken();
    await agent.configure({ RUNTIME_ID: 'mistyped', TENANT: 'mistyped', TOKEN: token });
    const said = `the certificate is of Runtime ${runtimeId} of tenant ${tenant}: set RUNTIME_ID and TENANT to these`;
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'misconfigured', message: expect.stringContaining(said) });
    await expect(agent.cycle()).rejects.toThrow(said);
    expect(agent.plane.count('applicationsForRuntime')).toBe(0);

    await agent.configure({ TOKEN: token });
    await agent.cycle();
    await agent.cycle();
    expect(agent.plane.count('applicationsForRuntime')).toBe(2);
    expect(agent.plane.lineages.pairings).toBe(1);
  });

  it.runIf(existsSync('/proc/self'))('that cannot be made is refused with its path, where the system says so without end', async () => {
    await expect(privateFolder('/proc/compass/state')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is made with the folders above it, for its owner alone, by several at once', async () => {
    const folder = join(agent.stateFolder, 'a/b/c');
    await Promise.all([privateFolder(folder), privateFolder(folder), privateFolder(join(folder, 'd'))]);
    expect((await stat(join(folder, 'd'))).mode & 0o777).toBe(0o700);
  });

  it('that is a file is refused with its path', async () => {
    await writeFile(agent.stateFolder, '');
    await expect(agent.cycle()).rejects.toThrow(/^cannot use the state folder \S+ \(EEXIST\); name another with --state-dir$/);
  });
});
