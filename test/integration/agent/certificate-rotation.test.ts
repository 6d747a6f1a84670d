import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseIdentity } from '#agent/state/certificate.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

const day = 86_400_000;
let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

describe('the certificate', () => {
  it('is renewed with a new key; the agent stores both and speaks with them from then on', async () => {
    agent.plane.state.validity = validFor(2, 5);
    await agent.cycle();
    const clientKeys = new Set(agent.plane.requests.map(({ clientKey }) => clientKey).filter((key) => key !== undefined));
    expect(clientKeys.size).toBe(2);
    const [signingKey] = agent.plane.requests
      .filter(({ endpoint, operation }) => endpoint === 'connector' && operation === 'signCertificateSigningRequest')
      .map(({ clientKey }) => clientKey);
    const directorKey = agent.plane.requests.find(({ endpoint }) => endpoint === 'director')?.clientKey;
    expect(directorKey).not.toBe(signingKey);
    expect(parseIdentity(await agent.file('identity.pem'))).toBeDefined();
    expect(agent.lines.join('\n')).toContain('certificate renewed');
  });

  it('is renewed without a one-time token', async () => {
    agent.plane.state.validity = validFor(2, 5);
    await agent.cycle();
    const secured = agent.plane.requests.filter(({ endpoint }) => endpoint === 'connector');
    expect(secured.map(({ headers }) => headers['connector-token'])).toEqual([undefined, undefined]);
  });

  it('is left alone while it is good for long', async () => {
    await agent.cycle();
    await agent.cycle();
    expect(agent.plane.count('signCertificateSigningRequest')).toBe(1);
  });

  it('stays when the answer to its renewal is lost; the next cycle sends the very same request', async () => {
    agent.plane.state.validity = validFor(2, 5);
    agent.plane.state.losesAnswer = ({ endpoint, operation }) => endpoint === 'connector' && operation === 'signCertificateSigningRequest';
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    const kept = await agent.file('identity.pem');
    agent.plane.state.losesAnswer = () => false;
    agent.plane.state.validity = validFor(7);
    await agent.cycle();
    expect(await agent.file('identity.pem')).not.toBe(kept);
    const [, ...renewals] = agent.plane.requests.filter(({ operation }) => operation === 'signCertificateSigningRequest');
    expect(renewals[1]?.variables).toEqual(renewals[0]?.variables);
    await expect(agent.file('renewal.json')).rejects.toThrow('ENOENT');
  });

  it('is renewed over and over, each time from the one before', async () => {
    await agent.cycle();
    for (let renewal = 0; renewal < 3; renewal += 1) {
      agent.time.passed += 5 * day;
      await agent.cycle();
    }
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(new Set(agent.plane.lineages.keys).size).toBe(4);
  });

  it('is renewed by an agent that runs on, though it asks the Connector only once an hour otherwise', async () => {
    agent.plane.state.validity = validFor(1);
    agent.plane.state.pollAfter = '3600';
    await agent.loop((waited) => waited < 20);
    expect(agent.lines.filter((line) => line.includes('certificate renewed'))).toHaveLength(1);
    agent.plane.requests.length = 0;
    agent.plane.state.pollAfter = '120';
    await agent.loop((waited) => waited < 20 + 60);
    expect(agent.plane.count('applicationsForRuntime')).toBe(60);
    expect(agent.plane.requests.filter(({ endpoint }) => endpoint === 'connector').length).toBeLessThanOrEqual(3);
  });
});
