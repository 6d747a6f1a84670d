import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseIdentity } from '#agent/state/certificate.ts';
import { outcomeOf, startAgentWithFileLimit } from '#test/support/agent-process.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const day = 86_400_000;
let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

/** Room for a key with its CSR, not for a certificate with its chain. */
const tooLittle = 1536;
const onFullDisk = () => outcomeOf(startAgentWithFileLimit(agent, tooLittle, '--once'));
const leftovers = async () => (await readdir(agent.stateFolder)).filter((name) => name.endsWith('.tmp'));

describe('a disk that is full while the certificate is written', () => {
  it('stops the pairing without a part of a file, and the pairing goes on with the same key when there is room', async () => {
    const { code, errors } = await onFullDisk();
    expect([code, errors]).toEqual([1, expect.stringMatching(/^compass-runtime-agent: cannot write \S+identity\.pem \(EFBIG\)\n$/)]);
    await expect(agent.file('identity.pem')).rejects.toThrow('ENOENT');
    expect(await leftovers()).toEqual([]);
    await agent.cycle();
    expect(agent.plane.lineages.keys).toHaveLength(1);
    expect(agent.plane.lineages.pairings).toBe(1);
  });

  it('leaves the old pair usable, and the renewal goes on with the same key when there is room', async () => {
    await agent.cycle();
    const old = await agent.file('identity.pem');
    agent.time.passed += 5 * day;
    const { code, output } = await onFullDisk();
    expect(code).toBe(1);
    expect(output).toContain('configuration unchanged');
    expect(await agent.file('identity.pem')).toBe(old);
    expect(await leftovers()).toEqual([]);
    await agent.cycle();
    expect(parseIdentity(await agent.file('identity.pem'))).toBeDefined();
    expect(await agent.file('identity.pem')).not.toBe(old);
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(agent.plane.lineages.keys).toHaveLength(2);
  });
});

describe('a disk that is full while Applications are written', () => {
  it('leaves every file whole, old or new, and the change is applied when there is room', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await agent.cycle();
    const before = await agent.file('applications.json');
    const apis = Array.from({ length: 20 }, (_, n) => ({ id: `api-${n}`, name: `api ${n}`, targetURL: 'https://shop.example/api' }));
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', apis }] }];
    const { code, output } = await onFullDisk();
    expect(code).toBe(1);
    expect(output).toMatch(/applying the applications failed reason="cannot write \S+mp-shop\.json \(EFBIG\)"/);
    expect(await agent.file('applications.json')).toBe(before);
    expect(JSON.parse(await agent.file('applications/mp-shop.json')).bundles).toEqual([]);
    await agent.cycle();
    expect(JSON.parse(await agent.file('applications/mp-shop.json')).bundles[0].apiDefinitions).toHaveLength(20);
  });
});
