import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
  agent.plane.state.applications = ['alpha', 'beta', 'gamma'].map((name) => ({ id: `id-${name}`, name }));
});
afterEach(() => agent.dispose());

const inState = (...path: string[]) => join(agent.stateFolder, ...path);
const files = async () => {
  const entries = await readdir(inState('applications'), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [] : entry.name)).sort();
};

describe('a folder in the place of the file of an Application', () => {
  beforeEach(() => mkdir(inState('applications/alpha.json'), { recursive: true }));

  it('is reported by its path, and the other Applications are applied', async () => {
    await expect(agent.cycle()).rejects.toThrow(/alpha\.json \(EISDIR\)/);
    expect(await files()).toEqual(['beta.json', 'gamma.json']);
    expect(JSON.parse(await agent.file('applications.json')).applications).toHaveLength(3);
  });

  it('does not keep later changes away, and costs no full read in each cycle', async () => {
    await expect(agent.cycle()).rejects.toThrow(/alpha\.json/);
    agent.plane.state.applications = agent.plane.state.applications.filter(({ name }) => name !== 'beta');
    await expect(agent.cycle()).rejects.toThrow(/alpha\.json/);
    expect(await files()).toEqual(['gamma.json']);
    await expect(agent.cycle()).rejects.toThrow(/alpha\.json/);
    expect(agent.lines.filter((line) => line.includes('configuration unchanged'))).toHaveLength(1);
  });

  it('is tried again while nothing changes, and all is well once it is gone', async () => {
    await expect(agent.cycle()).rejects.toThrow(/alpha\.json/);
    await rm(inState('applications/alpha.json'), { recursive: true });
    await agent.cycle();
    expect(await files()).toEqual(['alpha.json', 'beta.json', 'gamma.json']);
  });
});

describe('an obstacle in the state folder', () => {
  it.each(['applications/alpha.json', 'applied.json', 'failures.json'])('gives way where it is a pipe in place of %s', async (name) => {
    await mkdir(inState('applications'), { recursive: true });
    await promisify(execFile)('mkfifo', [inState(name)]);
    await agent.cycle();
    expect(await files()).toEqual(['alpha.json', 'beta.json', 'gamma.json']);
  });

  it('is left alone where it is a folder that no Application has the name of', async () => {
    await mkdir(inState('applications/alhpa.json'), { recursive: true });
    await agent.cycle();
    expect(await readdir(inState('applications'))).toContain('alhpa.json');
  });

  it('keeps applications.json from being written where it is a folder there, and not the files of the Applications', async () => {
    await mkdir(inState('applications.json'), { recursive: true });
    await expect(agent.cycle()).rejects.toThrow(/applications\.json \(EISDIR\)/);
    expect(await files()).toEqual(['alpha.json', 'beta.json', 'gamma.json']);
    await rm(inState('applications.json'), { recursive: true });
    await agent.cycle();
    expect(JSON.parse(await agent.file('applications.json')).applications).toHaveLength(3);
  });

  it('is reported where applications.json became a folder later, and changes reach the files of the Applications', async () => {
    await agent.cycle();
    await rm(inState('applications.json'));
    await mkdir(inState('applications.json'));
    agent.plane.state.applications = agent.plane.state.applications.filter(({ name }) => name !== 'beta');
    await expect(agent.cycle()).rejects.toThrow(/applications\.json \(EISDIR\)/);
    expect(await files()).toEqual(['alpha.json', 'gamma.json']);
  });

  it('is reported where connection.json cannot be written when the control plane moves, and Applications are fetched there', async () => {
    await agent.cycle();
    await mkdir(inState('connection.json.tmp'));
    agent.plane.state.directorPath = '/moved/director';
    agent.plane.state.applications = [];
    await agent.cycle();
    expect(agent.lines.filter((line) => /state cannot be written reason="cannot write \S+connection\.json/.test(line))).not.toEqual([]);
    expect(await files()).toEqual([]);
  });

  it('keeps the files of the Applications from being written where it is a file in place of their folder, and not applications.json', async () => {
    await mkdir(agent.stateFolder, { recursive: true });
    await writeFile(inState('applications'), '');
    await expect(agent.cycle()).rejects.toThrow(/cannot write \S+alpha\.json|EEXIST/);
    expect(JSON.parse(await agent.file('applications.json')).applications).toHaveLength(3);
  });

  it.each(['failures.json', 'applied.json', 'renewal.json', 'pairing.json'])('does not end the loop where %s is a folder', async (name) => {
    await agent.cycle();
    await rm(inState(name), { recursive: true, force: true });
    await mkdir(inState(name));
    let cycles = 0;
    await agent.loop(() => {
      cycles += 1;
      return cycles < 4;
    });
    expect(agent.lines.filter((line) => line.includes('configuration ')).length).toBeGreaterThanOrEqual(4);
    expect(agent.waits.slice(1).every((wait) => wait > 10)).toBe(true);
  });

  it('loses what a write left behind when it was cut off', async () => {
    await agent.cycle();
    await writeFile(inState('applications/gone.json.tmp'), 'half');
    await agent.cycle();
    expect(await readdir(inState('applications'))).toEqual(['alpha.json', 'beta.json', 'gamma.json']);
  });
});
