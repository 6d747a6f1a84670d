import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSerial } from '#shared/certificates/authorities/client-certificate.ts';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';
import { days, minutes } from '#shared/core/clock.ts';
import { type ConnectorWorld, decode, signMutation, startConnector, tokenInvalid } from '#test/support/connector-world.ts';
import { aCsr, type KeyKind, subjectOf } from '#test/support/csr-builder.ts';
import { itWithOpenssl, openssl, opensslInstalled } from '#test/support/openssl.ts';

let connector: ConnectorWorld;
let folder: string;
beforeAll(async () => {
  [connector, folder] = [await startConnector('RSA 2048'), await mkdtemp(join(tmpdir(), 'compass-openssl-'))];
});
afterAll(async () => {
  await connector.stop();
  await rm(folder, { recursive: true });
});

describe('an answer with a certificate', () => {
  it('has the certificate, its authority, and as the chain exactly these two', async () => {
    const { answer } = await connector.pair();
    const [client, authority] = [decode(answer.clientCertificate), decode(answer.caCertificate)];
    expect(decode(answer.certificateChain)).toBe(client + authority);
    expect(certificatesOf(client + authority)).toHaveLength(2);
    expect(new X509Certificate(authority).fingerprint256).toBe(connector.root.anchor.fingerprint256);
    expect(new X509Certificate(authority).ca).toBe(true);
  });

  it.each([
    ['application', 90],
    ['runtime', 7],
  ] as const)('gives an %s a certificate for %i days', async (kind, validity) => {
    const { certificate } = await connector.pair(kind);
    const { validToDate } = new X509Certificate(certificate);
    const now = connector.deps.clock().getTime();
    expect(Math.abs(validToDate.getTime() - now - days(validity))).toBeLessThanOrEqual(1000);
  });

  it.each([
    [minutes(1), minutes(1) / 10],
    [days(7), minutes(5)],
  ])(
    'of %i ms begins %i ms before its order, so that agents with late clocks can use it and none renews at once',
    async (validity, early) => {
      const { token, authId } = await connector.invite('runtime');
      const { encoded } = await aCsr({ name: subjectOf(authId) });
      const request = { token, variables: { csr: encoded } };
      const { data } = await connector.call(signMutation, request, { validity: { application: 0, runtime: validity } });
      const { validFromDate } = new X509Certificate(decode(data.result.clientCertificate));
      expect(Math.abs(connector.deps.clock().getTime() - early - validFromDate.getTime())).toBeLessThanOrEqual(1000);
    },
  );

  it.each(['application', 'runtime'] as const)('names the System Auth of the %s as the subject and the owner as a URI', async (kind) => {
    const { certificate, authId, owner } = await connector.pair(kind);
    const { subject, subjectAltName } = new X509Certificate(certificate);
    expect(subject).toBe(`O=Compass\nOU=Control Plane\nL=Locality\nST=State\nC=DE\nCN=${authId}`);
    expect(subjectAltName).toBe(`URI:urn:compass:${owner.tenant}:${kind}:${owner.id}`);
  });
});

it('serial numbers are positive, have 16 bytes, and none of their bytes stands still', () => {
  const serials = Array.from({ length: 64 }, () => Buffer.from(randomSerial(), 'hex'));
  for (const serial of serials) expect([serial.length, (serial[0] ?? 0) >> 6]).toEqual([16, 1]);
  for (let index = 0; index < 16; index++) expect(new Set(serials.map((serial) => serial[index])).size).toBeGreaterThan(8);
});

describe('a certificate signing request that breaks a rule', () => {
  it('does not spend the token', async () => {
    const { token, authId } = await connector.invite();
    const [good, foreign] = [await aCsr({ name: subjectOf(authId) }), await aCsr({ name: subjectOf(crypto.randomUUID()) })];
    const weak = await aCsr({ name: subjectOf(authId), kind: 'RSA 1024' });
    for (const bad of ['%%%', foreign.encoded, weak.encoded, 'A'.repeat(100_000)]) {
      expect((await connector.sign(token, bad)).error).toMatch(/^CsrInvalid: Error while (de|s)/);
    }
    expect((await connector.sign(token, good.encoded)).error).toBeUndefined();
  });

  it('is answered with status 200, number 22 and the name CsrInvalid', async () => {
    const { token } = await connector.invite();
    const { status, data, errors } = await connector.sign(token, '%%%');
    expect({ status, data, errors }).toEqual({
      status: 200,
      data: {},
      errors: [
        {
          message: 'Error while decoding Certificate Signing Request: Error while parsing base64 content. Incorrect value provided.',
          path: ['result'],
          locations: expect.anything(),
          extensions: { error_code: 22, error: 'CsrInvalid' },
        },
      ],
    });
  });

  it('of another pairing does not fit this token', async () => {
    const [own, other] = [await connector.invite(), await connector.invite('application')];
    const { encoded } = await aCsr({ name: subjectOf(other.authId) });
    expect((await connector.sign(own.token, encoded)).error).toContain('CSR: Invalid common name provided.');
    expect((await connector.sign(other.token, encoded)).error).not.toBe(tokenInvalid);
  });
});

describe('openssl', () => {
  beforeAll(() => {
    if (opensslInstalled) openssl(folder, 'genrsa', '-out', 'rsa.key', '2048');
  });

  const subjectArgument = (authId: string) => `/O=Compass/OU=Control Plane/L=Locality/ST=State/C=DE/CN=${authId}`;

  const answerTo = (...how: string[]) => answerAs(subjectArgument, ...how);

  /** The Connector's answer to a CSR that openssl makes with these arguments. */
  async function answerAs(subject: (authId: string) => string, ...how: string[]) {
    const { token, authId } = await connector.invite();
    const made = openssl(folder, 'req', '-new', '-nodes', '-keyout', 'client.key', '-out', 'client.csr', '-subj', subject(authId), ...how);
    expect(made).toMatchObject({ status: 0 });
    const { text } = openssl(folder, 'req', '-in', 'client.csr', '-text');
    const answer = await connector.sign(token, Buffer.from(text).toString('base64'));
    return { ...answer, token, authId };
  }
  const rsa = ['-key', 'rsa.key'];
  const ec = (curve: string) => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
  const weak = 'CSR: the key must be RSA of 2048 bits or more, or on the curve P-256 or P-384.';

  itWithOpenssl.each([
    ['RSA 2048', rsa],
    ['RSA 2048 with SHA-384', [...rsa, '-sha384']],
    ['P-256', ec('P-256')],
    ['P-384', ec('P-384')],
  ])('makes requests that are accepted: %s', async (_, how) => {
    expect((await answerTo(...how)).error).toBeUndefined();
  });

  itWithOpenssl.each([
    ['RSA 1024', ['-newkey', 'rsa:1024'], weak],
    ['P-521', ec('P-521'), weak],
    ['secp256k1', ec('secp256k1'), weak],
    ['a curve written out', [...ec('P-256'), '-pkeyopt', 'ec_param_enc:explicit'], 'CSR signature invalid'],
    ['Ed25519', ['-newkey', 'ed25519'], weak],
    ['RSA for PSS only', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'], weak],
    ['SHA-1', [...rsa, '-sha1'], 'CSR: signatures with SHA-1 are not accepted.'],
    ['MD5', [...rsa, '-md5'], 'CSR: signatures with an unknown hash are not accepted.'],
    ['an alternative name', [...ec('P-256'), '-addext', 'subjectAltName=DNS:x.test'], 'CSR: alternative names were asked for.'],
    [
      'a server',
      [...ec('P-256'), '-addext', 'extendedKeyUsage=serverAuth'],
      'CSR: extended key usages other than clientAuth were asked for.',
    ],
    ['an authority', [...ec('P-256'), '-addext', 'basicConstraints=critical,CA:TRUE'], 'CSR: a certificate authority was asked for.'],
  ])('makes requests that are refused: %s', async (_, how, why) => {
    expect((await answerTo(...how)).error).toBe(`CsrInvalid: Error while signing Certificate Signing Request: ${why}`);
  });

  itWithOpenssl(
    'makes a common name that shares a relative distinguished name, which is refused, and the token is still good',
    async () => {
      const sharing = (authId: string) => `/OU=Control Plane/L=Locality/ST=State/C=DE/O=Compass+CN=${authId}`;
      const { error, token, authId } = await answerAs(sharing, ...rsa);
      expect(error).toContain('CSR: the common name must stand by itself');
      const { encoded } = await aCsr({ name: subjectOf(authId) });
      expect((await connector.sign(token, encoded)).error).toBeUndefined();
    },
  );

  itWithOpenssl.each<KeyKind>(['RSA 2048', 'P-256', 'P-384'])('verifies certificates for keys of the kind %s', async (kind) => {
    const { answer, authId, owner } = await connector.pair('application', kind);
    await writeFile(join(folder, 'client.pem'), decode(answer.clientCertificate));
    await writeFile(join(folder, 'authority.pem'), decode(answer.caCertificate));
    const verify = (purpose: string) =>
      openssl(folder, 'verify', '-x509_strict', '-purpose', purpose, '-CAfile', 'authority.pem', 'client.pem').text;
    expect(verify('sslclient')).toBe('client.pem: OK\n');
    expect(verify('sslserver')).toMatch(/unsuitable certificate purpose|unsupported certificate purpose/);
    const { text } = openssl(folder, 'x509', '-in', 'client.pem', '-noout', '-text', '-nameopt', 'RFC2253');
    for (const promise of [
      'Version: 3',
      `Subject: CN=${authId},C=DE,ST=State,L=Locality,OU=Control Plane,O=Compass`,
      'TLS Web Client Authentication',
      'Digital Signature',
      'CA:FALSE',
      `URI:urn:compass:${owner.tenant}:application:${owner.id}`,
    ]) {
      expect(text).toContain(promise);
    }
  });
});
