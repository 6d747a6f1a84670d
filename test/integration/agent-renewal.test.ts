import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseIdentity } from '#agent/certificate.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

describe('renewal', () => {
  it('takes a new key, stores it with its certificate, and speaks with it from then on', async () => {
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

  it('sends no one-time token', async () => {
    agent.plane.state.validity = validFor(2, 5);
    await agent.cycle();
    const secured = agent.plane.requests.filter(({ endpoint }) => endpoint === 'connector');
    expect(secured.map(({ headers }) => headers['connector-token'])).toEqual([undefined, undefined]);
  });

  it('leaves a certificate alone that is good for long', async () => {
    await agent.cycle();
    await agent.cycle();
    expect(agent.plane.count('signCertificateSigningRequest')).toBe(1);
  });

  it('keeps the old identity when the answer is lost, and renews in the next cycle', async () => {
    agent.plane.state.validity = validFor(2, 5);
    agent.plane.state.losesAnswer = ({ endpoint, operation }) => endpoint === 'connector' && operation === 'signCertificateSigningRequest';
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    const kept = await agent.file('identity.pem');
    agent.plane.state.losesAnswer = () => false;
    agent.plane.state.validity = validFor(7);
    await agent.cycle();
    expect(await agent.file('identity.pem')).not.toBe(kept);
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });
});

describe('addresses', () => {
  it('are followed when the Connector names others', async () => {
    await agent.cycle();
    agent.plane.state.directorPath = '/moved/director';
    await agent.cycle();
    expect(agent.lines.join('\n')).toContain('control plane addresses changed');
    expect(JSON.parse(await agent.file('connection.json')).directorUrl).toContain('/moved/director');
    expect(agent.plane.requests.filter(({ endpoint }) => endpoint === 'director')).toHaveLength(2);
  });
});
