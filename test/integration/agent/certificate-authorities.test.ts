import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const beside = (name: string) => join(dirname(agent.configFile), name);
const withCa = (CA_FILE: string) => agent.configure({ TOKEN: agent.plane.newToken(), CA_FILE });

describe('the certificate authorities of the system', () => {
  it.each(['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])('are trusted where %s names them', async (variable) => {
    await withCa('');
    agent.environment[variable] = agent.plane.caFile;
    await agent.cycle();
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });

  it('are trusted where SSL_CERT_DIR names their folder', async () => {
    await withCa('');
    await mkdir(beside('certs'));
    await writeFile(beside('certs/any.pem'), await readFile(agent.plane.caFile));
    await writeFile(beside('certs/damaged.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    agent.environment.SSL_CERT_DIR = `/nowhere:${beside('certs')}`;
    await agent.cycle();
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });
});

it('a certificate authority that is added to those of the system while the agent runs is trusted without a restart', async () => {
  await withCa('');
  agent.environment.SSL_CERT_FILE = beside('system.pem');
  await writeFile(beside('system.pem'), rootCertificates[0] ?? '');
  await agent.loop(async (waited) => {
    await writeFile(beside('system.pem'), await readFile(agent.plane.caFile));
    return waited < 2;
  });
  expect(agent.plane.count('applicationsForRuntime')).toBe(1);
});

describe('a CA file', () => {
  const shapes: [string, (pem: string) => string | Uint8Array][] = [
    ['with a byte order mark', (pem) => `\ufeff${pem}`],
    ['in UTF-16, as shells of Windows write it', (pem) => Buffer.from(`\ufeff${pem}`, 'utf16le')],
    ['with the line ends of Windows', (pem) => pem.replaceAll('\n', '\r\n')],
    ['with text around the certificates', (pem) => `Subject: our root\n${pem}\n# end`],
    ['with several certificates', (pem) => rootCertificates[0] + pem],
    ['in DER', (pem) => new X509Certificate(pem).raw],
  ];
  it.each(shapes)('%s is read', async (_, shaped) => {
    const file = beside('shaped.pem');
    await writeFile(file, shaped(await readFile(agent.plane.caFile, 'utf8')));
    await withCa(file);
    await agent.cycle();
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });

  it.each([
    ['that is empty', '', 'holds no certificate'],
    ['that holds a key', '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n', 'holds no certificate'],
    ['that holds a broken certificate', '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n', 'cannot be read'],
  ])('%s is refused by its name', async (_, content, problem) => {
    const file = beside('wrong.pem');
    await writeFile(file, content);
    await withCa(file);
    const said = expect.stringMatching(new RegExp(`CA file ${file} ?.*${problem}`));
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'misconfigured', message: said });
  });
});
