import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const day = 86_400_000;
let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
  agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
});
afterEach(() => agent.dispose());

const inState = (name: string) => join(agent.stateFolder, name);
const damage = async (name: string, how: (content: string) => string) => {
  await writeFile(inState(name), how(await agent.file(name)));
};
const half = (content: string) => content.slice(0, content.length / 2);
const reported = (name: string) => agent.lines.some((line) => line.includes('a file of the state is damaged') && line.includes(name));

describe('identity.pem', () => {
  it.each<[string, (content: string) => string]>([
    ['cut in half', half],
    ['empty', () => ''],
    ['no text', () => '\u0000\u0001\u0002'],
    ['without its key', (content) => content.slice(content.indexOf('-----BEGIN CERTIFICATE'))],
    ['without its certificates', (content) => content.slice(0, content.indexOf('-----BEGIN CERTIFICATE'))],
    ['with the key of another', (content) => anotherKey + content.slice(content.indexOf('-----BEGIN CERTIFICATE'))],
  ])('that is %s is not used; a fresh token heals it', async (_, how) => {
    await agent.cycle();
    await damage('identity.pem', how);
    await expect(agent.cycle()).rejects.toThrow('there is no certificate, and TOKEN was used before; set it to a new one-time token');
    expect(reported('identity.pem')).toBe(true);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(agent.lines.at(-1)).toContain('configuration unchanged');
  });

  it('that cannot be read is named, and used again when it can be', async () => {
    await agent.cycle();
    await rename(inState('identity.pem'), inState('elsewhere'));
    await mkdir(inState('identity.pem'));
    await expect(agent.cycle()).rejects.toThrow(/^cannot read \S+identity\.pem \(EISDIR\)$/);
    await rm(inState('identity.pem'), { recursive: true });
    await rename(inState('elsewhere'), inState('identity.pem'));
    await agent.cycle();
    expect(agent.plane.lineages.pairings).toBe(1);
  });
});

describe('other files of the state', () => {
  it('connection.json that is damaged costs a fresh token, and nothing else', async () => {
    await agent.cycle();
    await damage('connection.json', half);
    await expect(agent.cycle()).rejects.toThrow(/the one-time token is not accepted, give a fresh one/);
    expect(reported('connection.json')).toBe(true);
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
  });

  it('pairing.json that is damaged costs a fresh token', async () => {
    agent.plane.state.losesAnswer = ({ operation }) => operation === 'signCertificateSigningRequest';
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    agent.plane.state.losesAnswer = () => false;
    await damage('pairing.json', half);
    await expect(agent.cycle()).rejects.toThrow(/the one-time token is not accepted, give a fresh one/);
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
  });

  it('renewal.json that is damaged costs another key', async () => {
    await agent.cycle();
    agent.time.passed += 5 * day;
    agent.plane.state.losesAnswer = ({ operation }) => operation === 'signCertificateSigningRequest';
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    agent.plane.state.losesAnswer = () => false;
    await damage('renewal.json', half);
    await agent.cycle();
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(agent.lines.join('\n')).toContain('certificate renewed');
  });

  it.each(['applied.json', 'applications.json'])('%s that is damaged costs one full read', async (name) => {
    await agent.cycle();
    const before = await readFile(inState(name), 'utf8');
    await damage(name, half);
    await agent.cycle();
    expect(agent.lines.at(-1)).toContain('configuration fetched');
    expect(await readFile(inState(name), 'utf8')).toBe(before);
  });

  it('failures.json that is damaged counts as no failure', async () => {
    await mkdir(agent.stateFolder, { recursive: true });
    await writeFile(inState('failures.json'), '{');
    agent.plane.state.away = true;
    await agent.loop((waited) => waited < 1);
    expect(agent.waits).toEqual([1]);
  });
});

const anotherKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghdbJ/6+XYSqhQqXs
8zB+SL5HQd+3JVKZfHzmW0mmZTuhRANCAATmfcSGpcTkxAZOFvU+QnN8ICrpU6bN
ISLEmWKQm+OuDBVUxVlonLLbxOeoubN7ZwS+20nyaAxqt82ENSEWy+2I
-----END PRIVATE KEY-----
`;
