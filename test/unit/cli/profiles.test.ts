import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, '.config/compass/config.json');
const run = (args: string, stdin?: string, environment?: Record<string, string>) =>
  runCompass(args.split(' '), { folder, stdin, environment });
const login = (name: string, stdin = 'a-token') =>
  run(`login --profile ${name} --url https://api.example.com/ --tenant t1 --with-token`, stdin);

async function startedLocally(at = folder) {
  await mkdir(join(at, '.compass'));
  const url = 'http://127.0.0.1:4000';
  const description = { directorUrl: url, connectorUrl: url, provisionerUrl: url, tenants: ['alpha', 'beta'], events: 'events.jsonl' };
  await writeFile(join(at, '.compass/local.json'), JSON.stringify({ ...description, adminTokens: { alpha: 'A', beta: 'B' } }));
}

describe('the file of the profiles', () => {
  it('is for its owner alone, and keeps the token out of what is printed', async () => {
    const { code, stdout, stderr } = await login('dev');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).not.toContain('a-token');
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
      current: 'dev',
      profiles: {
        dev: {
          directorUrl: 'https://api.example.com/director/graphql',
          connectorUrl: 'https://api.example.com/connector/graphql',
          provisionerUrl: 'https://api.example.com/provisioner/graphql',
          tenant: 't1',
          tokens: { accessToken: 'a-token' },
        },
      },
    });
  });

  it('is where COMPASS_CONFIG says', async () => {
    const other = join(folder, 'other.json');
    await run('login --profile dev --url https://api.example.com --tenant t1 --with-token', 'a-token', { COMPASS_CONFIG: other });
    expect((await stat(other)).isFile()).toBe(true);
  });

  it('that cannot be understood ends every command with code 2', async () => {
    await login('dev');
    await writeFile(file(), '{');
    expect(await run('app list')).toMatchObject({ code: 2, stderr: expect.stringContaining(file()) });
  });

  it('keeps the addresses and forgets the tokens at a logout', async () => {
    await login('dev');
    await run('logout --profile dev');
    expect(await readFile(file(), 'utf8')).not.toContain('a-token');
    expect(await run('app list')).toMatchObject({ code: 3, stderr: expect.stringContaining('compass login --profile dev') });
  });
});

describe('a login', () => {
  it('names what a new profile lacks', async () => {
    expect(await run('login --tenant t1 --with-token', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('--url') });
    expect(await run('login --url https://api.example.com --with-token', 'x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--tenant'),
    });
    expect(await run('login --url https://api.example.com --tenant t1')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--issuer'),
    });
  });

  it('refuses an empty token', async () => {
    expect(await login('dev', '\n')).toMatchObject({ code: 2, stderr: expect.stringContaining('no access token') });
  });
});

describe('the profile in use', () => {
  it('is that of local.json in a folder above where none is chosen', async () => {
    await startedLocally();
    const below = join(folder, 'one', 'two');
    await mkdir(below, { recursive: true });
    const { stdout } = await runCompass(['profile', 'list', '--output', 'json'], { folder: below });
    expect(JSON.parse(stdout)).toEqual([{ name: 'local', current: true, tenant: 'alpha', directorUrl: 'http://127.0.0.1:4000' }]);
  });

  it('is the one of the last login, or the one that was chosen since', async () => {
    await startedLocally();
    await login('dev');
    await login('prod');
    const current = async () => {
      const rows: { name: string; current: boolean }[] = JSON.parse((await run('profile list --output json')).stdout);
      return rows.filter((row) => row.current).map(({ name }) => name);
    };
    expect(await current()).toEqual(['prod']);
    await run('profile use dev');
    expect(await current()).toEqual(['dev']);
    await run('profile use local');
    expect(await current()).toEqual(['local']);
  });

  it('is refused with the likely name where it is mistyped', async () => {
    await login('staging');
    expect(await run('app list --profile stagng')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean staging?') });
    expect(await run('app list', undefined, { COMPASS_PROFILE: 'stagng' })).toMatchObject({ code: 2 });
  });

  it('is refused for a tenant that the system on this machine has not', async () => {
    await startedLocally();
    expect(await run('app list --tenant alpa')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean alpha?') });
  });

  it('is missed with the ways to one', async () => {
    expect(await run('app list')).toMatchObject({ code: 2, stderr: expect.stringMatching(/compass login[\s\S]*npm start/) });
  });
});
