import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSigningRequest } from '#agent/pairing/csr.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { testCertificateAuthority, validFor } from '#test/support/test-certificate-authority.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const day = 86_400_000;

describe('a subject that the Connector names', () => {
  it.each(['', 'no attributes', 'CN=a=b', 'O=Org', 'CN=one,CN=other', 'DC=example,CN=a'])(
    'like %j is refused, and no CSR is sent',
    async (subject) => {
      agent.plane.state.subject = subject;
      await expect(agent.cycle()).rejects.toThrow(/subject/);
      expect(agent.plane.count('signCertificateSigningRequest')).toBe(0);
    },
  );
});

/** A certificate of another authority, with its root: for a key and name of its own. */
async function strangerChain(): Promise<{ client: string; root: string }> {
  const stranger = await testCertificateAuthority();
  const { csr } = await newSigningRequest(`CN=${randomUUID()}`, 'ec-p256');
  const request = Buffer.from(csr, 'base64').toString();
  return { client: await stranger.signRequest(request, validFor(7)(new Date()), { uri: 'urn:stranger' }), root: stranger.certificate };
}

const blocks = (pem: string) => pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n/g) ?? [];

const badAnswers: [string, RegExp, () => Promise<(chain: string) => string>][] = [
  ['is no PEM', /does not belong to our key/, async () => () => 'not PEM'],
  [
    'is for another key',
    /does not belong to our key/,
    async () => {
      const { client, root } = await strangerChain();
      return () => client + root;
    },
  ],
  ['brings the issuer first', /does not belong to our key/, async () => (chain) => blocks(chain).toReversed().join('')],
  [
    'brings the root of another authority',
    /chain that does not lead to its root/,
    async () => {
      const { root } = await strangerChain();
      return (chain) => `${blocks(chain)[0]}${root}`;
    },
  ],
];

describe('a certificate that the Connector answers with', () => {
  it.each(badAnswers)('is refused when it %s, before and after the pairing', async (_, problem, makeBad) => {
    const bad = await makeBad();
    agent.plane.state.chain = bad;
    await expect(agent.cycle()).rejects.toThrow(problem);
    await expect(agent.file('identity.pem')).rejects.toThrow('ENOENT');

    agent.plane.state.chain = (chain) => chain;
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    const good = await agent.file('identity.pem');
    agent.time.passed += 5 * day;
    agent.plane.state.chain = bad;
    await expect(agent.cycle()).rejects.toThrow(problem);
    expect(await agent.file('identity.pem')).toBe(good);
    agent.plane.state.chain = (chain) => chain;
    await agent.cycle();
    expect(await agent.file('identity.pem')).not.toBe(good);
  });

  it('is refused when it has expired already, and the one before is kept', async () => {
    await agent.cycle();
    const good = await agent.file('identity.pem');
    agent.time.passed += 5 * day;
    agent.plane.state.validity = validFor(-1, 30);
    await expect(agent.cycle()).rejects.toThrow(/has expired already/);
    expect(await agent.file('identity.pem')).toBe(good);
  });

  it('is refused when it names another subject', async () => {
    agent.plane.state.certificateName = `CN=${randomUUID()}`;
    await expect(agent.cycle()).rejects.toThrow(/is for another name than we asked for/);
    await expect(agent.file('identity.pem')).rejects.toThrow('ENOENT');
  });

  it('that could not be used costs no configuration while the one before works', async () => {
    await agent.cycle();
    agent.time.passed += 5 * day;
    agent.plane.state.chain = () => 'not PEM';
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await expect(agent.cycle()).rejects.toThrow(/does not belong to our key/);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
  });
});
