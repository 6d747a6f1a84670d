import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';
import { eventually } from '#test/support/eventually.ts';

const tenant = 'e1d2c3';
let folder: string;
let file: string;

const event = (type: string, name: string, of = tenant) =>
  JSON.stringify({ 'detail-type': type, detail: { metadata: { tenant: of, occurredAt: '2026-01-02T03:04:05.000Z' }, data: { name } } });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-tail-'));
  file = join(folder, 'events.jsonl');
  const url = 'http://127.0.0.1:1/graphql';
  await mkdir(join(folder, '.compass'));
  await writeFile(
    join(folder, '.compass/local.json'),
    JSON.stringify({
      directorUrl: url,
      connectorUrl: url,
      provisionerUrl: url,
      tenants: [tenant, 'other'],
      adminTokens: { [tenant]: 'a', other: 'b' },
      events: file,
    }),
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tail = (...args: string[]) => runCompass(['events', 'tail', ...args, '--output', 'json'], { folder });
const namesIn = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).detail.data.name);

/** A tail that goes on until it is stopped; `printed` are the names of the events so far. */
function following(...args: string[]) {
  const stopped = new AbortController();
  let stdout = '';
  const pause = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    stopped.signal.throwIfAborted();
  };
  const ended = runCompass(['events', 'tail', ...args, '--output', 'json'], {
    folder,
    pause,
    signal: stopped.signal,
    written: (text) => {
      stdout += text;
    },
  });
  return {
    printed: () => namesIn(stdout),
    stop: async () => {
      stopped.abort();
      return await ended;
    },
  };
}

describe('compass events tail on one machine', () => {
  it('prints the events that there are, of its tenant and of the wanted types only', async () => {
    await writeFile(
      file,
      `${event('FormationCreated', 'a')}\n${event('FormationCreated', 'b', 'other')}\nno event\n${event('RuntimeConnected', 'c')}\n`,
    );
    expect(namesIn((await tail('--no-follow')).stdout)).toEqual(['a', 'c']);
    expect(namesIn((await tail('--no-follow', '--type', 'RuntimeConnected')).stdout)).toEqual(['c']);
    expect(namesIn((await tail('--no-follow', '--tenant', 'other')).stdout)).toEqual(['b']);
  });

  it('prints a line a table with time, type and data', async () => {
    await writeFile(file, `${event('FormationCreated', 'a')}\n`);
    const { code, stdout } = await runCompass(['events', 'tail', '--no-follow'], { folder });
    expect(code).toBe(0);
    expect(stdout).toBe('2026-01-02T03:04:05.000Z  FormationCreated  {"name":"a"}\n');
  });

  it('follows from now on, waits for the end of a line, and reads a file that was begun anew from its beginning', async () => {
    await writeFile(file, `${event('FormationCreated', 'before')}\n`);
    const tailed = following();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const whole = `${event('FormationCreated', 'ä')}\n`;
    const bytes = Buffer.from(whole);
    // In the middle of a character.
    const half = bytes.indexOf(0xa4);
    await appendFile(file, bytes.subarray(0, half));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tailed.printed()).toEqual([]);
    await appendFile(file, bytes.subarray(half));
    await eventually(async () => expect(tailed.printed()).toEqual(['ä']));
    await writeFile(file, `${event('FormationCreated', 'n')}\n`);
    await eventually(async () => expect(tailed.printed()).toEqual(['ä', 'n']));
    expect(await tailed.stop()).toMatchObject({ code: 130, stderr: '' });
  });

  it('begins with those that there are by --all, and waits for a file that is not there yet', async () => {
    const tailed = following('--all');
    await writeFile(file, `${event('FormationCreated', 'first')}\n`);
    await eventually(async () => expect(tailed.printed()).toEqual(['first']));
    expect(await tailed.stop()).toMatchObject({ code: 130 });
  });
});

describe('compass events tail elsewhere', () => {
  const elsewhere = async (...args: string[]) => {
    const environment = { COMPASS_CONFIG: join(folder, 'config.json') };
    const login = ['login', '--url', 'http://127.0.0.1:1', '--tenant', tenant, '--with-token'];
    await runCompass(login, { folder, environment, stdin: 'x' });
    return await runCompass(['events', 'tail', ...args], { folder, environment });
  };
  const bus = 'arn:aws:events:eu-central-1:111122223333:event-bus/compass-dev-events';

  it.each([
    [[], 'the public APIs have no stream of events'],
    [['--bus', 'compass-dev-events'], 'compass-dev-events is no ARN of an event bus'],
    [['--bus', bus, '--all'], 'A bus has no events of before'],
    [['--bus', bus, '--no-follow'], 'A bus has no events of before'],
  ])('with %j says what to give', async (args, words) => {
    expect(await elsewhere(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });
});
