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

async function configFile(content: string): Promise<string> {
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

  it('does not quote a file that cannot be parsed, because it may hold a token', async () => {
    const file = await configFile('{"TOKEN": "s3cret-token"');
    const failure = await loadConfiguration({ file, environment: {}, options: {} }, false).catch((error: unknown) => error);
    expect(failure).toHaveProperty('message', `the configuration file ${file} is not a JSON object`);
    expect(inspect(failure)).not.toContain('s3cret');
  });
});
