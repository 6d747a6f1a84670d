import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '#agent/state/folder-lock.ts';
import { outcomeOf, startAgent } from '#test/support/agent-process.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const iso = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
/** Lines of the check by their subject, in the words behind it; `!` in front of what is wrong. */
async function check(...options: string[]): Promise<{ code: number; found: Record<string, string> }> {
  const { code, output, errors } = await outcomeOf(startAgent(agent, '--check', ...options));
  expect(errors).toBe('');
  const lines = output.trimEnd().split('\n');
  const parts = lines.map((line) => /^(ok {3}|WRONG) ([^:]+): (.*)$/.exec(line) ?? []);
  return { code, found: Object.fromEntries(parts.map(([, verdict, what, says]) => [what, verdict === 'WRONG' ? `!${says}` : says])) };
}

describe('--check', () => {
  it('says before pairing what is there, uses no token and makes no file', async () => {
    const { code, found } = await check();
    expect(found).toEqual({
      configuration: `Runtime ${agent.plane.state.runtimeId} of tenant ${agent.plane.state.tenant}`,
      'state folder': `${agent.stateFolder} will be made`,
      'CA file': expect.stringMatching(`^${agent.plane.caFile} holds 1 certificate\\(s\\), the first of which ends at ${iso}$`),
      CONNECTOR_URL: expect.stringMatching(`^\\S+ is reachable, its certificate is trusted and valid until ${iso}$`),
      pairing: 'not paired yet; TOKEN is there and will be used by the first cycle',
    });
    expect(code).toBe(0);
    expect(agent.plane.requests).toEqual([]);
    await expect(readdir(agent.stateFolder)).rejects.toThrow('ENOENT');
  });

  it('says after pairing until when everything is valid, and that Connector and Director take the certificate', async () => {
    await agent.cycle();
    const files = await readdir(agent.stateFolder);
    const { code, found } = await check();
    const accepted = expect.stringMatching(
      `^\\S+ is reachable, its certificate is trusted and valid until ${iso}; it accepts the client certificate$`,
    );
    expect(found).toMatchObject({
      'client certificate': expect.stringMatching(
        `^valid until ${iso}, will be renewed from ${iso} on; its issuers are valid until ${iso}$`,
      ),
      Connector: accepted,
      Director: accepted,
    });
    expect(code).toBe(0);
    expect(await readdir(agent.stateFolder)).toEqual(files);
  });

  it('names the process that uses the state folder', async () => {
    await agent.cycle();
    const lock = await lockFolder(agent.stateFolder, 0, new AbortController().signal);
    const { code, found } = await check();
    expect([code, found['state folder']]).toEqual([0, expect.stringContaining(`process ${process.pid} on `)]);
    lock.release();
  });

  it.each<[string, string, () => Promise<unknown>, string | RegExp]>([
    ['the configuration is incomplete', 'configuration', () => agent.configure({ TENANT: '' }), 'missing configuration: TENANT'],
    [
      'the CA file holds no certificate',
      'CA file',
      () => agent.configure({ CA_FILE: agent.configFile, TOKEN: 'token' }),
      'holds no certificate',
    ],
    [
      'the server is not trusted',
      'CONNECTOR_URL',
      () => agent.configure({ CA_FILE: '', TOKEN: 'token' }),
      /presents a certificate that is not trusted/,
    ],
    [
      'the server is away',
      'CONNECTOR_URL',
      () => agent.configure({ CONNECTOR_URL: 'https://127.0.0.1:9/', TOKEN: 'token' }),
      'ECONNREFUSED',
    ],
    ['the state folder is a file', 'state folder', () => writeFile(agent.stateFolder, ''), 'is no folder'],
    [
      'the certificate is refused',
      'Director',
      async () => {
        await agent.cycle();
        agent.plane.state.revoked = true;
      },
      'Failed to authenticate',
    ],
    [
      'the state folder is of another Runtime',
      'Runtime',
      async () => {
        await agent.cycle();
        await agent.configure({ RUNTIME_ID: 'another' });
      },
      'the state folder belongs to Runtime',
    ],
    [
      'the certificate is gone, and the token used',
      'pairing',
      async () => {
        await agent.cycle();
        await rm(join(agent.stateFolder, 'identity.pem'));
      },
      'TOKEN was used before',
    ],
    [
      'a file of the state is damaged',
      'state folder',
      async () => {
        await mkdir(agent.stateFolder);
        await writeFile(join(agent.stateFolder, 'connection.json'), 'no JSON');
      },
      'connection.json',
    ],
  ])('ends with code 1 where %s, and says so at %s', async (_, what, prepare, says) => {
    await prepare();
    const { code, found } = await check();
    expect(code).toBe(1);
    expect(found[what]?.[0]).toBe('!');
    expect(found[what]).toMatch(says);
  });

  it('prints no token', async () => {
    const { TOKEN } = JSON.parse(await readFile(agent.configFile, 'utf8'));
    const { output } = await outcomeOf(startAgent(agent, '--check'));
    expect(output).not.toContain(TOKEN);
  });
});
