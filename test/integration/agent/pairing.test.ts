import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const permissions = async (name: string) => ((await stat(join(agent.stateFolder, name))).mode & 0o777).toString(8);

/** True once, for the first request of an operation. */
function firstOf(wanted: string) {
  let seen = 0;
  return ({ operation }: { operation: string }) => {
    if (operation === wanted) seen += 1;
    return operation === wanted && seen === 1;
  };
}

describe('pairing', () => {
  it('turns the one-time token into a certificate that the control plane accepts', async () => {
    await agent.cycle();
    const director = agent.plane.requests.find((request) => request.endpoint === 'director');
    expect(director?.headers.tenant).toBe(agent.plane.state.tenant);
    expect(director?.clientKey).toContain('PUBLIC KEY');
    expect(agent.lines.join('\n')).toContain(`paired runtime=${agent.plane.state.runtimeId}`);
  });

  it('keeps key, certificates and Applications readable by the owner alone', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await agent.cycle();
    for (const file of ['identity.pem', 'connection.json', 'applications.json', 'applications/mp-shop.json']) {
      expect([file, await permissions(file)]).toEqual([file, '600']);
    }
    expect([await permissions('.'), await permissions('applications')]).toEqual(['700', '700']);
  });

  it('prints neither tokens nor keys nor credentials', async () => {
    const token = agent.plane.newToken();
    await agent.configure({ TOKEN: token });
    agent.plane.state.applications = [
      { id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', basic: { username: 'runtime', password: 'hunter2-hunter2' } }] },
    ];
    await agent.cycle();
    const printed = agent.lines.join('\n');
    expect(printed).not.toContain(token);
    expect(printed).not.toContain('hunter2');
    expect(printed).not.toContain('PRIVATE');
  });

  it('recovers when the answer to `configuration` is lost, with the same token', async () => {
    agent.plane.state.losesAnswer = firstOf('configuration');
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    await agent.cycle();
    const keys = agent.plane.requests.filter(({ endpoint }) => endpoint === 'token').map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toBeDefined();
    expect(keys[1]).toBe(keys[0]);
    expect(agent.lines.at(-1)).toContain('configuration fetched');
  });

  it('recovers when the answer to the signing is lost, with the same request, and leaves nothing pending', async () => {
    agent.plane.state.losesAnswer = firstOf('signCertificateSigningRequest');
    await expect(agent.cycle()).rejects.toThrow(/cannot be reached/);
    await agent.cycle();
    const signings = agent.plane.requests.filter(({ operation }) => operation === 'signCertificateSigningRequest');
    expect(signings).toHaveLength(2);
    expect(signings[1]?.variables).toEqual(signings[0]?.variables);
    expect(agent.plane.requests.filter(({ endpoint, operation }) => endpoint === 'token' && operation === 'configuration')).toHaveLength(1);
    await expect(agent.file('pairing.json')).rejects.toThrow('ENOENT');
  });

  it('says in one line that a token is refused', async () => {
    await agent.configure({ TOKEN: 'unknown-token' });
    await expect(agent.cycle()).rejects.toThrow(
      /^the one-time token is not accepted, give a fresh one \(https:\/\/\S+ answered: Failed to authenticate request\)$/,
    );
  });

  it('does not spend the token where the Connector names addresses without TLS', async () => {
    agent.plane.state.named = {
      directorURL: 'http://plane.example/director',
      certificateSecuredConnectorURL: 'http://plane.example/connector',
    };
    await expect(agent.cycle()).rejects.toThrow(/http:\/\/plane\.example\/director is not https/);
    expect(agent.plane.count('signCertificateSigningRequest')).toBe(0);
  });

  it('keeps what a server says to one short line', async () => {
    agent.plane.state.fails = () => true;
    agent.plane.state.failure = `a\nb${'x'.repeat(9999)}`;
    const reason = String(await agent.cycle().catch((error: Error) => error.message));
    expect(reason).toMatch(/answered: a bx+\.\.\.$/);
    expect(reason.length).toBeLessThan(700);
  });

  it('names the option to give when the server certificate is not trusted', async () => {
    await agent.configure({ TOKEN: agent.plane.newToken(), CA_FILE: '' });
    await expect(agent.cycle()).rejects.toThrow(/is not trusted .*--ca/);
  });
});

describe('a stored certificate', () => {
  it('is used after a restart, without the token', async () => {
    await agent.cycle();
    await agent.configure({});
    await agent.cycle();
    expect(agent.plane.requests.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(2);
    expect(agent.plane.count('applicationsForRuntime')).toBe(2);
  });

  it('is replaced by pairing again when it has expired and the configuration brings another token', async () => {
    // Expired for TLS, not for the Connector yet.
    agent.time.passed = -60_000;
    agent.plane.state.validity = () => ({ notBefore: new Date(Date.now() - 20_000), notAfter: new Date(Date.now() - 10_000) });
    await expect(agent.cycle()).rejects.toThrow();
    agent.time.passed = 0;
    agent.plane.state.validity = validFor(7);
    await expect(agent.cycle()).rejects.toThrow(/has expired and TOKEN has been used already; give a fresh one-time token/);
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });

  it('is replaced by pairing again when it is refused and the configuration brings another token', async () => {
    await agent.cycle();
    const before = await agent.file('identity.pem');
    agent.plane.state.revoked = true;
    await expect(agent.cycle()).rejects.toThrow(/Failed to authenticate/);
    await agent.configure({ TOKEN: agent.plane.newToken() });
    agent.plane.state.losesAnswer = ({ operation }) => {
      if (operation === 'signCertificateSigningRequest') agent.plane.state.revoked = false;
      return false;
    };
    await agent.cycle();
    expect(await agent.file('identity.pem')).not.toBe(before);
  });

  it('is not used for another Runtime than the one it was made for', async () => {
    await agent.cycle();
    await agent.configure({ RUNTIME_ID: 'another-runtime' });
    await expect(agent.cycle()).rejects.toThrow('the state folder belongs to Runtime');
  });

  it('counts as absent when its file is damaged', async () => {
    await agent.cycle();
    await writeFile(join(agent.stateFolder, 'identity.pem'), 'not PEM');
    await agent.configure({ TOKEN: agent.plane.newToken() });
    await agent.cycle();
    expect(await agent.file('identity.pem')).toContain('BEGIN CERTIFICATE');
  });
});
