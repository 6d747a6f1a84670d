import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { aClientCertificate, aRoot, stolenAuthority } from '#test/support/client-certificates.ts';
import { administrator, type ClientIdentity, ok, post, postSecurely } from '#test/support/clients.ts';
import { freshKeys, privateKeyPem, subjectOf } from '#test/support/csr-builder.ts';
import { itWithOpenssl, openssl, opensslWith } from '#test/support/openssl.ts';
import { configurationQuery, type Paired } from '#test/support/pairing.ts';
import { aPaired } from '#test/support/registered.ts';

const system = inject('system');
const { hostname, port } = new URL(system.mtlsUrl);

let folder: string;
let paired: Paired & { readonly id: string };
beforeAll(async () => {
  [folder, paired] = [await mkdtemp(join(tmpdir(), 'compass-tls-')), await aPaired(system)];
  await writeFile(join(folder, 'chain.pem'), paired.certificateChain);
  await writeFile(join(folder, 'client.key'), paired.key, { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

/** The protocol of a connection on which the server answered a request, or the reason why there is none. */
function protocolOf(identity: ClientIdentity | undefined, version: SecureVersion): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      ca: readFileSync(system.caCertificate),
      key: identity?.key,
      cert: identity?.certificateChain,
      minVersion: version,
      maxVersion: version,
    });
    const end = (outcome: string | null) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.on('secureConnect', () => socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`));
    socket.on('data', () => end(socket.getProtocol()));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    socket.on('close', () => end('closed'));
  });
}

describe('the mutual-TLS endpoint', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
    expect(await protocolOf(paired, version)).toBe(version);
  });

  it('does not speak TLS 1.1', async () => {
    expect(await protocolOf(paired, 'TLSv1.1')).toMatch(/^(ERR_SSL|ECONNRESET|EPROTO)/);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('has no connection over %s for a client without a certificate', async (version) => {
    expect(await protocolOf(undefined, version)).toMatch(/^(ERR_SSL|ECONNRESET|closed)/);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('has no connection over %s for a certificate of another authority', async (version) => {
    const authority = readFileSync(system.caCertificate, 'utf8');
    const keys = await freshKeys('P-256');
    // The same issuer's name does not help: the key is another.
    for (const root of [await aRoot(), await aRoot('P-256', 'CN=Compass on this machine,O=Compass')]) {
      const name = subjectOf(paired.authId);
      const certificate = await aClientCertificate(root, { name, keys });
      const identity = { key: await privateKeyPem(keys), certificateChain: `${certificate}\n${authority}` };
      expect(await protocolOf(identity, version)).toMatch(/^(ERR_SSL|ECONNRESET|closed)/);
    }
  });

  it('has no connection for a certificate without its key', async () => {
    const other = await aPaired(system);
    const stolen = { key: other.key, certificateChain: paired.certificateChain };
    await expect(postSecurely(system, system.mtlsDirectorUrl, stolen, '{ viewer { id } }')).rejects.toThrow(/key values mismatch/);
  });

  it('does not offer what only administrators may do', async () => {
    const { status } = await postSecurely(system, `${system.mtlsUrl}/provisioner/graphql`, paired, '{ __typename }');
    expect(status).toBe(404);
  });
});

it('a certificate that the stolen key of the authority signed is refused by every API, though the handshake takes it', async () => {
  const authority = await stolenAuthority(dataFolder(dirname(system.caCertificate)).authority);
  const { subjectAltName = '' } = new X509Certificate(paired.certificateChain);
  const keys = await freshKeys('P-256');
  const wish = { name: paired.subject, uris: [subjectAltName.replace('URI:', '')], keys };
  const identity = { key: await privateKeyPem(keys), certificateChain: await aClientCertificate(authority, wish) };
  expect(await protocolOf(identity, 'TLSv1.3')).toBe('TLSv1.3');
  const refused = [{ extensions: { error: 'CertificateInvalid' } }];
  expect((await postSecurely(system, system.mtlsDirectorUrl, identity, '{ viewer { id } }')).errors).toMatchObject(refused);
  expect((await postSecurely(system, system.mtlsConnectorUrl, identity, configurationQuery)).errors).toMatchObject(refused);
  expect(ok(await postSecurely(system, system.mtlsDirectorUrl, paired, '{ viewer { id } }')).viewer.id).toBe(paired.id);
});

describe('openssl as a client', () => {
  const request = (body: string) =>
    [
      'POST /director/graphql HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n');

  itWithOpenssl.each(['-tls1_2', '-tls1_3'])('verifies the server and is let in with its certificate (%s)', (version) => {
    const server = ['-connect', `${hostname}:${port}`, '-CAfile', system.caCertificate, '-verify_return_error'];
    const name = [isIP(hostname) === 0 ? '-verify_hostname' : '-verify_ip', hostname];
    const client = ['-cert', 'chain.pem', '-cert_chain', 'chain.pem', '-key', 'client.key'];
    const input = request('{"query":"{ viewer { id type } }"}');
    const { text } = opensslWith(input, folder, 's_client', version, ...server, ...name, ...client, '-quiet');
    expect(text).toContain('HTTP/1.1 200 OK');
    expect(text).toContain(`{"data":{"viewer":{"id":"${paired.id}","type":"APPLICATION"}}}`);
  });

  itWithOpenssl('verifies the certificate against the authority on disk', () => {
    expect(openssl(folder, 'verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', system.caCertificate, 'chain.pem').text).toBe(
      'chain.pem: OK\n',
    );
  });
});

describe('headers that claim an identity', () => {
  const forged = () => ({
    'Client-Id-From-Certificate': paired.authId,
    'Client-Id-From-Token': paired.authId,
    'Client-Certificate-Hash': 'ab'.repeat(32),
    'Client-Certificate-Issuer': 'certificate',
    'Subject-From-Certificate': paired.subject,
    'X-Forwarded-Client-Cert': encodeURIComponent(paired.certificateChain),
    'X-Amzn-Mtls-Clientcert': encodeURIComponent(paired.certificateChain),
    'X-Ssl-Client-Cert': encodeURIComponent(paired.certificateChain),
    tenant: system.tenants[0] ?? '',
  });

  it('open nothing at the public endpoints', async () => {
    expect((await post(system.directorUrl, '{ viewer { id } }', undefined, forged())).status).toBe(401);
    const { errors } = await post(system.connectorUrl, configurationQuery, undefined, forged());
    expect(errors).toMatchObject([{ extensions: { error: 'Unauthorized' } }]);
    const revoke = await post(system.connectorUrl, 'mutation { revokeCertificate }', undefined, forged());
    expect(revoke.errors).toMatchObject([{ extensions: { error: 'Unauthorized' } }]);
  });

  it('change nothing for the holder of a certificate', async () => {
    const other = await aPaired(system, 'Runtime');
    const viewer = await postSecurely(system, system.mtlsDirectorUrl, other, '{ viewer { id type } }', undefined, forged());
    expect(ok(viewer).viewer).toEqual({ id: other.id, type: 'RUNTIME' });
    const { result } = ok(await postSecurely(system, system.mtlsConnectorUrl, other, configurationQuery, undefined, forged()));
    expect(result.certificateSigningRequestInfo.subject).toBe(other.subject);
  });

  it('change nothing for an administrator', async () => {
    const { headers } = administrator(system);
    const { viewer } = ok(await post(system.directorUrl, '{ viewer { type } }', undefined, { ...forged(), ...headers }));
    expect(viewer.type).toBe('USER');
  });
});
