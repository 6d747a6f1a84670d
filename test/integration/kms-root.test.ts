import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishTruststore } from '#functions/truststore-publisher/publish-truststore.ts';
import { publishedCertificates } from '#functions/truststore-publisher/published-certificates.ts';
import { kmsAuthority } from '#shared/aws/authorities/kms-authority.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as ParsedCertificate,
  SubjectKeyIdentifierExtension,
} from '#shared/certificates/x509.ts';
import { days, later } from '#shared/core/clock.ts';
import { aRoot, listUrl } from '#test/support/client-certificates.ts';
import { type ConnectorWorld, decode, startConnector } from '#test/support/connector-world.ts';
import { aCsr, type KeyKind, subjectOf } from '#test/support/csr-builder.ts';
import { type KmsEngine, keyId, kmsEngine } from '#test/support/kms-engine.ts';
import { type ObjectStore, startObjectStore } from '#test/support/object-store.ts';
import { itWithOpenssl, openssl } from '#test/support/openssl.ts';

let store: ObjectStore;
let connector: ConnectorWorld;
let engine: KmsEngine;
let bucket: string;

beforeAll(async () => {
  store = await startObjectStore();
  connector = await startConnector();
});

beforeEach(async () => {
  engine = kmsEngine();
  bucket = `truststore-${crypto.randomUUID()}`;
  await store.client.send(new CreateBucketCommand({ Bucket: bucket }));
});

afterEach(() => engine.restore());

afterAll(async () => {
  await connector.stop();
  await store.stop();
});

const signingKey = () => kmsSigningKey(engine.client, keyId);
const truststore = () => ({ objects: store.client, bucket, key: 'truststore.pem' });
const published = () => publishedCertificates(truststore());

/** Runs the custom resource as a deployment does, at the given time. */
const deploy = (now = new Date()) =>
  publishTruststore({
    ...truststore(),
    authorities: [kmsAuthority(signingKey(), { certificates: published }, listUrl)],
    distrusted: [],
    clock: () => now,
  });

async function deployed(now?: Date): Promise<X509Certificate> {
  await deploy(now);
  const [root, ...others] = await published();
  if (!root) throw new Error('no root was published');
  expect(others).toEqual([]);
  return root;
}

describe('the first deployment', () => {
  it('publishes a self-signed root of the key for ten years', async () => {
    const now = new Date();
    const root = await deployed(now);
    expect(root.checkIssued(root) && root.verify(engine.publicKey)).toBe(true);
    expect(root.publicKey.equals(engine.publicKey)).toBe(true);
    expect(Math.abs(root.validToDate.getTime() - later(now, days(3650)).getTime())).toBeLessThan(1000);
    expect(root.validFromDate.getTime()).toBeLessThan(now.getTime());
  });

  it('makes it an authority for clients, and for no further authority', async () => {
    const root = new ParsedCertificate((await deployed()).toString());
    expect(root.getExtension(BasicConstraintsExtension)).toMatchObject({ ca: true, pathLength: 0, critical: true });
    const usage = root.getExtension(KeyUsagesExtension);
    expect(usage).toMatchObject({ usages: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, critical: true });
    expect(root.getExtension(SubjectKeyIdentifierExtension)?.keyId).toMatch(/^[0-9a-f]{40}$/);
  });

  it('fails when the truststore cannot be read, instead of taking that for none', async () => {
    bucket = 'absent';
    await expect(deploy()).rejects.toThrow();
    expect(engine.mock.commandCalls(SignCommand)).toEqual([]);
  });
});

describe('a further deployment', () => {
  it('keeps the root that is there', async () => {
    const first = await deployed();
    engine.mock.resetHistory();
    expect((await deployed(later(new Date(), days(3000)))).fingerprint256).toBe(first.fingerprint256);
    expect(engine.mock.commandCalls(SignCommand)).toEqual([]);
  });

  it.each([
    ['in the last year of the root', 3400],
    ['after its end', 4000],
  ])('makes a new one for the same name and key %s', async (_, passed) => {
    const first = await deployed();
    const next = await deployed(later(new Date(), days(passed)));
    expect(next.fingerprint256).not.toBe(first.fingerprint256);
    expect(next.subject).toBe(first.subject);
    expect(next.publicKey.equals(first.publicKey)).toBe(true);
  });

  it('finds its root among others, and keeps them', async () => {
    const [first, another] = [await deployed(), await aRoot()];
    const Body = `${another.anchor}${first}`;
    await store.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'truststore.pem', Body }));
    engine.mock.resetHistory();
    await deploy();
    expect((await published()).map(fingerprintOf)).toEqual([first, another.anchor].map(fingerprintOf));
    expect(engine.mock.commandCalls(SignCommand)).toEqual([]);
  });
});

describe('the Connector with a key in KMS', () => {
  /** Pairs an Application; the chain of what it gets. */
  async function pair(kind: KeyKind = 'P-256') {
    const authority = kmsAuthority(signingKey(), { certificates: published }, listUrl);
    const { token, authId } = await connector.invite();
    const { data, error } = await connector.sign(token, (await aCsr({ name: subjectOf(authId), kind })).encoded, { authority });
    expect(error).toBeUndefined();
    return { client: decode(data.result.clientCertificate), authority: decode(data.result.caCertificate) };
  }

  it('issues certificates that name the root as their issuer', async () => {
    const root = await deployed();
    const chain = await pair();
    expect(new X509Certificate(chain.authority).fingerprint256).toBe(root.fingerprint256);
    const [issuer, client] = [new ParsedCertificate(chain.authority), new ParsedCertificate(chain.client)];
    expect(client.getExtension(AuthorityKeyIdentifierExtension)?.keyId).toBe(issuer.getExtension(SubjectKeyIdentifierExtension)?.keyId);
  });

  it('issues certificates that a root made again verifies too', async () => {
    await deployed();
    const client = new X509Certificate((await pair()).client);
    const again = await deployed(later(new Date(), days(3400)));
    expect(client.checkIssued(again) && client.verify(again.publicKey)).toBe(true);
  });

  itWithOpenssl('signs revocation lists that openssl verifies', async () => {
    const [root, folder] = [await deployed(), await mkdtemp(join(tmpdir(), 'compass-openssl-'))];
    const authority = kmsAuthority(signingKey(), { certificates: published }, listUrl);
    const revoked = [{ authorityId: '', serialNumber: '4a', revokedAt: new Date().toISOString(), notAfter: '' }];
    const contents = { number: 70_000, thisUpdate: new Date(), nextUpdate: later(new Date(), days(7)), revoked };
    await writeFile(join(folder, 'list.crl'), await authority.signList(contents));
    await writeFile(join(folder, 'root.pem'), root.toString());
    const list = openssl(
      folder,
      'crl',
      '-inform',
      'DER',
      '-in',
      'list.crl',
      '-noout',
      '-text',
      '-crlnumber',
      '-verify',
      '-CAfile',
      'root.pem',
    );
    expect(list.text).toMatch(/verify OK/);
    expect(list.text).toMatch(/X509v3 CRL Number: \s+70000/);
    expect(list.text).toMatch(/Serial Number: 4A/);
    await rm(folder, { recursive: true });
  });

  itWithOpenssl.each<KeyKind>(['RSA 2048', 'RSA 4096', 'P-256', 'P-384'])(
    'issues what openssl verifies, for keys of the kind %s',
    async (kind) => {
      await deployed();
      const [chain, folder] = [await pair(kind), await mkdtemp(join(tmpdir(), 'compass-openssl-'))];
      await writeFile(join(folder, 'client.pem'), chain.client);
      await writeFile(join(folder, 'root.pem'), chain.authority);
      const verify = (purpose: string, file: string) =>
        openssl(folder, 'verify', '-x509_strict', '-purpose', purpose, '-CAfile', 'root.pem', file).text;
      expect(verify('sslclient', 'client.pem')).toBe('client.pem: OK\n');
      expect(verify('sslserver', 'client.pem')).toMatch(/unsu(itable|pported) certificate purpose/);
      expect(verify('any', 'root.pem')).toBe('root.pem: OK\n');
      const { text } = openssl(folder, 'x509', '-in', 'client.pem', '-noout', '-text');
      expect(text).toContain('Signature Algorithm: ecdsa-with-SHA256');
      await rm(folder, { recursive: true });
    },
  );
});
