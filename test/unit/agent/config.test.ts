import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration, parseConfiguration } from '#agent/config.ts';

const complete = { CONNECTOR_URL: 'https://compass.example/connector/graphql', TOKEN: 't0ken', RUNTIME_ID: 'r1', TENANT: 'tenant' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function configFile(content: string | Uint8Array): Promise<string> {
  const file = join(folder, 'config.json');
  await writeFile(file, content);
  return file;
}

describe('the configuration', () => {
  it('names all that is missing at once', () => {
    expect(() => parseConfiguration([{}], false)).toThrow('missing configuration: CONNECTOR_URL, RUNTIME_ID, TENANT, TOKEN');
  });

  it('takes blanks for missing', () => {
    expect(() => parseConfiguration([{ ...complete, TENANT: '  ' }], false)).toThrow('missing configuration: TENANT');
  });

  it('needs no token once paired', () => {
    expect(parseConfiguration([{ ...complete, TOKEN: undefined }], true).token).toBeUndefined();
  });

  it('prefers an option to the file and the file to the environment', async () => {
    const file = await configFile(JSON.stringify({ ...complete, RUNTIME_EVENTS_URL: 'https://file.example', CA_FILE: '/file.pem' }));
    const environment = { TENANT: 'of the environment', RUNTIME_CONSOLE_URL: 'https://environment.example' };
    const configuration = await loadConfiguration({ file, environment, options: { CA_FILE: '/option.pem' } }, false);
    expect(configuration).toMatchObject({
      tenant: 'tenant',
      caFile: '/option.pem',
      eventsUrl: 'https://file.example',
      consoleUrl: 'https://environment.example',
    });
  });

  it.each(['CONNECTOR_URL', 'RUNTIME_EVENTS_URL', 'RUNTIME_CONSOLE_URL'])(
    'refuses a %s that is no web address, without repeating it',
    (key) => {
      expect(() => parseConfiguration([{ ...complete, [key]: 'ftp://user:secret@host' }], false)).toThrow(
        new RegExp(`^${key} is not an http or https URL$`),
      );
    },
  );

  it('takes http for other machines only where the operator allows it', () => {
    const plain = { ...complete, CONNECTOR_URL: 'http://compass.example/connector/graphql' };
    expect(() => parseConfiguration([plain], false)).toThrow(/is not https; allow http with --allow-http/);
    expect(parseConfiguration([{ ...plain, ALLOW_HTTP: 'true' }], false).connectorUrl).toBe(plain.CONNECTOR_URL);
    for (const host of ['localhost', '127.0.0.2', '[::1]'])
      parseConfiguration([{ ...plain, CONNECTOR_URL: `http://${host}:4000/` }], false);
  });

  it.each([
    ['a line end', 'abc\ndef'],
    ['a letter outside ASCII', 't\u00f6ken'],
    ['a control', 'abc\u0007'],
  ])('refuses values with %s that headers carry, by their names alone', (_, wrong) => {
    for (const key of ['TOKEN', 'RUNTIME_ID', 'TENANT'])
      expect(() => parseConfiguration([{ ...complete, [key]: wrong }], false)).toThrow(
        new RegExp(`^${key} must be of printable ASCII characters, on one line$`),
      );
  });

  it('names what is no text in the file', async () => {
    const file = await configFile(JSON.stringify({ ...complete, RUNTIME_ID: 5 }));
    await expect(loadConfiguration({ file, environment: {}, options: {} }, false)).rejects.toThrow('must hold text as RUNTIME_ID');
  });

  it('does not quote a file that cannot be parsed, because it may hold a token', async () => {
    const file = await configFile('{"TOKEN": "s3cret-token"');
    const failure = await loadConfiguration({ file, environment: {}, options: {} }, false).catch((error: unknown) => error);
    expect(failure).toHaveProperty('message', `the configuration file ${file} is not a JSON object`);
    expect(inspect(failure)).not.toContain('s3cret');
  });
});

describe('a configuration file of Windows', () => {
  const text = JSON.stringify({ ...complete, CA_FILE: 'ca.pem\r\n' }, null, 2).replaceAll('\n', '\r\n');
  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 with the high byte first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('in %s and with its line ends is read', async (_, content) => {
    const file = await configFile(content);
    const configuration = await loadConfiguration({ file, environment: {}, options: {} }, false);
    expect(configuration).toMatchObject({ runtimeId: complete.RUNTIME_ID, caFile: 'ca.pem' });
  });
});
