import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { exitCodes } from '#agent/exit-code.ts';
import { administrator } from '#test/support/clients.ts';
import { node20 } from '#test/support/node-20.ts';

const system = inject('system');
const { director, connector, tenant } = administrator(system);
const run = promisify(execFile);
let folder: string;
let installed: string;
let configuration: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-package-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: 'agent' });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  installed = join(folder, 'installed');
  await mkdir(installed);
  // Offline: the package needs no other.
  await run('npm', ['install', '--offline', '--prefix', installed, join(folder, tarball)], { cwd: installed });
  const { result } = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `agent-${randomUUID()}` },
  });
  const { token } = await connector('mutation ($id: ID!) { token: generateRuntimeToken(runtimeID: $id) { token } }', { id: result.id });
  configuration = {
    CONNECTOR_URL: system.connectorUrl,
    RUNTIME_ID: result.id,
    TENANT: tenant,
    CA_FILE: system.caCertificate,
    TOKEN: token.token,
  };
  await writeFile(join(folder, 'agent.json'), JSON.stringify(configuration));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the installed command in a folder that has nothing else, by this Node. */
async function agent(node: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const options = { cwd: folder, env: { PATH: `${dirname(node)}:/usr/bin:/bin` } };
  const command = join(installed, 'node_modules/.bin/compass-runtime-agent');
  const outcome = run(command, ['--config', 'agent.json', '--state-dir', 'state', ...args], options);
  return await outcome.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

/** Does nothing on machines without systemd. */
async function verifyBySystemd(unit: string): Promise<void> {
  const present = await run('systemd-analyze', ['--version']).catch(() => undefined);
  if (present === undefined) return;
  const file = join(folder, 'compass-runtime-agent.service');
  await writeFile(file, unit.replace('ExecStart=compass', `ExecStart=${installed}/node_modules/.bin/compass`));
  const { stdout, stderr } = await run('systemd-analyze', ['verify', file]);
  expect(stdout + stderr).toBe('');
}

describe('the package of the Agent', () => {
  it('brings everything that runs, licenses, and nothing of the sources', async () => {
    const files = await readdir(join(installed, 'node_modules/compass-runtime-agent'), { recursive: true });
    expect(files.sort()).toEqual([
      'Dockerfile',
      'README.md',
      'dist',
      'dist/LICENSE',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/compass-runtime-agent.js',
      'package.json',
      'systemd',
      'systemd/compass-runtime-agent.service',
    ]);
    expect(await readdir(join(installed, 'node_modules'))).not.toContain('zod');
    // The function of Lambda is bundled apart.
    const licenses = await readFile(join(installed, 'node_modules/compass-runtime-agent/dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    expect(licenses).toContain('zod');
    expect(licenses).not.toMatch(/@aws-sdk|@smithy/);
  });

  it('checks, pairs and fetches on Node 20, and goes on with this Node', async () => {
    const old = await node20(folder);
    const unpaired = await agent(old, '--check');
    expect(unpaired).toMatchObject({ code: 0, output: expect.stringContaining('ok    pairing: not paired yet') });
    expect(await agent(old, '--once', '--touch-on-change', 'changed')).toMatchObject({
      code: 0,
      output: expect.stringContaining('info configuration fetched'),
    });
    expect((await stat(join(folder, 'changed'))).size).toBe(0);
    const paired = await agent(old, '--check');
    expect(paired.output.match(/accepts the client certificate/g)).toHaveLength(2);
    expect(paired.output).not.toContain(configuration.TOKEN);
    expect(paired.code).toBe(0);
    expect(await agent(process.execPath, '--once')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/ info configuration (unchanged|fetched) /),
    });
  });

  it('ends with another code for each thing that a person has to do', async () => {
    expect(await agent(process.execPath, '--nonsense')).toMatchObject({ code: 2 });
    expect(await agent(process.execPath, '--ca', '/missing', '--once')).toMatchObject({ code: 2 });
    expect(await agent(process.execPath, '--state-dir', 'other', '--once')).toMatchObject({ code: 3 });
    expect(await agent(process.execPath, '--help')).toMatchObject({ code: 0, output: expect.stringContaining('Exit codes:') });
  });

  it('has a unit whose options the command knows, that is not restarted for what a person has to mend, and that systemd can read', async () => {
    const unit = await readFile(join(installed, 'node_modules/compass-runtime-agent/systemd/compass-runtime-agent.service'), 'utf8');
    const settings = new Map(unit.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    const { output } = await agent(process.execPath, '--help');
    for (const option of settings.get('ExecStart')?.match(/--[a-z-]+/g) ?? []) expect(output).toContain(option);
    expect(Number(settings.get('RestartPreventExitStatus'))).toBe(exitCodes.misconfigured);
    expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThan(5);
    await verifyBySystemd(unit);
  });

  it('has a Dockerfile whose paths are in the package, and that starts what the package starts', async () => {
    const root = join(installed, 'node_modules/compass-runtime-agent');
    const lines = (await readFile(join(root, 'Dockerfile'), 'utf8')).split('\n');
    const copied = lines.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) await stat(join(root, path));
    const entry: string[] = JSON.parse(lines.find((line) => line.startsWith('ENTRYPOINT '))?.slice('ENTRYPOINT '.length) ?? '[]');
    const workdir = lines.find((line) => line.startsWith('WORKDIR '))?.slice('WORKDIR '.length);
    const { bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(entry.slice(0, 2)).toEqual(['node', `${workdir}/${bin['compass-runtime-agent']}`]);
    expect(entry.slice(2)).toEqual(['--state-dir', '/var/lib/compass-runtime-agent']);
    expect(lines).toContain('USER 1000:1000');
  });
});
