import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acmPcaAuthority } from '#shared/aws/authorities/acm-pca.ts';
import { kmsAuthority } from '#shared/aws/authorities/kms-authority.ts';
import { kmsRoot } from '#shared/aws/authorities/kms-root.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import { type CertificateAuthority, type CertificateOrder, isListing } from '#shared/certificates/certificate-authority.ts';
import { certificateIdentity, ownerUri } from '#shared/certificates/certificate-identity.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import type { RevokedCertificate } from '#shared/certificates/revocation/revoked-certificate.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as ParsedCertificate,
  X509Crl,
} from '#shared/certificates/x509.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { acmPcaEngine, authorityArn } from '#test/support/acm-pca-engine.ts';
import { aRoot, listUrl, type TestRoot } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, type KeyKind, subjectOf } from '#test/support/csr-builder.ts';
import { keyId, kmsEngine } from '#test/support/kms-engine.ts';

interface Backend {
  readonly root: X509Certificate;
  readonly authority: CertificateAuthority;
  /** The serial numbers that are published once these are revoked. */
  published(revoked: readonly RevokedCertificate[]): Promise<readonly string[]>;
  close(): Promise<void> | void;
}

const local = (kind: KeyKind) => async (): Promise<Backend> => {
  const [root, folder] = [await aRoot(kind), await mkdtemp(join(tmpdir(), 'compass-ca-'))];
  const file = join(folder, 'authority.pem');
  await writeFile(file, root.file, { mode: 0o600 });
  const authority = localAuthority(file, listUrl);
  return { root: root.anchor, authority, published: listedBy(authority), close: () => rm(folder, { recursive: true }) };
};

const acmPca = async (): Promise<Backend> => {
  const root = await aRoot('P-256');
  const engine = acmPcaEngine(root);
  const authority = acmPcaAuthority({ arn: authorityArn, signingAlgorithm: 'SHA256WITHECDSA', revocable: true });
  const published: Backend['published'] = async (revoked) => {
    for (const one of revoked) await authority.revoke?.(one);
    return engine.revocations.map(({ CertificateSerial = '' }) => CertificateSerial);
  };
  return { root: root.anchor, authority, published, close: engine.restore };
};

const kms = async (): Promise<Backend> => {
  const engine = kmsEngine();
  const key = kmsSigningKey(engine.client, keyId);
  const root = new X509Certificate(await kmsRoot(key, [], () => new Date()));
  const { anchor: another } = await aRoot('P-256');
  const anchors = { certificates: async () => [another, root] };
  const authority = kmsAuthority(key, anchors, listUrl);
  return { root, authority, published: listedBy(authority), close: engine.restore };
};

/** The serial numbers in a list of an authority, which verifies it. */
const listedBy =
  (authority: CertificateAuthority): Backend['published'] =>
  async (revoked) => {
    if (!isListing(authority)) return expect.fail('it signs no lists');
    const [thisUpdate, nextUpdate] = [new Date(), later(new Date(), days(1))];
    const list = new X509Crl(await authority.signList({ number: 1, thisUpdate, nextUpdate, revoked }));
    const issuer = new ParsedCertificate((await authority.certificate()).toString());
    expect(await list.verify({ publicKey: issuer })).toBe(true);
    return list.entries.map(({ serialNumber }) => serialNumber);
  };

const second = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

async function anOrder(kind: KeyKind = 'P-256'): Promise<CertificateOrder & { authId: string }> {
  const authId = randomUUID();
  const { encoded } = await aCsr({ name: subjectOf(authId), kind });
  const now = second(new Date());
  return {
    authId,
    csr: await checkCsr(encoded, authId, csrPolicy),
    owner: { tenant: tenantId('tenant-1'), kind: 'runtime', id: randomUUID() },
    notBefore: later(now, -minutes(5)),
    notAfter: later(now, days(7)),
  };
}

describe.each([
  ['local with an RSA key', local('RSA 2048')],
  ['local with a key on P-256', local('P-256')],
  ['local with a key on P-384', local('P-384')],
  ['KMS', kms],
  ['ACM PCA', acmPca],
])('a certificate of the authority %s', (_, start) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.close());

  it.each<KeyKind>(['RSA 2048', 'P-256', 'P-384'])('is accepted as its holder’s, with a key of the kind %s', async (kind) => {
    const { authId, ...order } = await anOrder(kind);
    const { pem } = await backend.authority.issue(order);
    const identity = certificateIdentity(pem, [backend.root], () => new Date());
    expect(identity).toMatchObject({ authId, owner: order.owner, notAfter: order.notAfter.toISOString() });
  });

  it('has the subject and the key of the request, and the validity of the order', async () => {
    const order = await anOrder();
    const certificate = new ParsedCertificate((await backend.authority.issue(order)).pem);
    expect(Buffer.from(certificate.subjectName.toArrayBuffer())).toEqual(Buffer.from(order.csr.request.subjectName.toArrayBuffer()));
    expect(Buffer.from(certificate.publicKey.rawData)).toEqual(Buffer.from(order.csr.request.publicKey.rawData));
    expect([certificate.notBefore, certificate.notAfter]).toEqual([order.notBefore, order.notAfter]);
  });

  it('authenticates clients, names its owner, and can do nothing else', async () => {
    const order = await anOrder();
    const { pem } = await backend.authority.issue(order);
    const [certificate, parsed] = [new X509Certificate(pem), new ParsedCertificate(pem)];
    expect(certificate.ca).toBe(false);
    expect(certificate.subjectAltName).toBe(`URI:${ownerUri(order.owner)}`);
    expect(parsed.getExtension(ExtendedKeyUsageExtension)?.usages).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(parsed.getExtension(KeyUsagesExtension)?.usages).toBe(KeyUsageFlags.digitalSignature);
  });

  it('is verified by the issuers that come with it, which are those of the authority', async () => {
    const { pem, issuers } = await backend.authority.issue(await anOrder());
    expect(issuers).toHaveLength(1);
    const issuer = new X509Certificate(issuers[0] ?? '');
    expect(issuer.fingerprint256).toBe(backend.root.fingerprint256);
    expect(new X509Certificate(pem).checkIssued(issuer) && new X509Certificate(pem).verify(issuer.publicKey)).toBe(true);
    expect((await backend.authority.issuers()).map((one) => one.trim())).toEqual(issuers.map((one) => one.trim()));
  });

  it('has a serial number of its own, positive and of 120 random bits or more', async () => {
    const order = await anOrder();
    const orders = await Promise.all(Array.from({ length: 8 }, async () => ({ ...order, csr: (await anOrder()).csr })));
    const issued = await Promise.all(orders.map((one) => backend.authority.issue(one)));
    const serials = issued.map(({ pem }) => new X509Certificate(pem).serialNumber);
    expect(new Set(serials).size).toBe(8);
    for (const serial of serials) expect(serial).toMatch(/^[1-7][0-9A-F]{31}$/);
  });

  it('can be revoked, and the world can know it by its serial number', async () => {
    const authorityId = authorityIdOf(await backend.authority.certificate());
    const { pem, issuers } = await backend.authority.issue(await anOrder());
    expect(authorityId).toBe(authorityIdOf(new X509Certificate(issuers[0] ?? '')));
    const certificate = new X509Certificate(pem);
    const serialNumber = certificate.serialNumber.toLowerCase();
    const [revokedAt, notAfter] = [new Date().toISOString(), certificate.validToDate.toISOString()];
    expect(await backend.published([{ authorityId, serialNumber, revokedAt, notAfter }])).toContain(serialNumber);
  });

  it('counts beside those of another authority while both are trusted, and no longer when its root is dropped', async () => {
    const { anchor: next } = await aRoot('P-256');
    const { pem } = await backend.authority.issue(await anOrder());
    const holder = (anchors: readonly X509Certificate[]) => certificateIdentity(pem, anchors, () => new Date());
    expect(holder([next, backend.root]).issuer).toBe(authorityIdOf(backend.root));
    expect(() => holder([next])).toThrow('was not issued here');
  });
});

describe('the authority in a file', () => {
  it.each([
    ['without a key', (root: TestRoot) => root.certificate.toString('pem')],
    ['without a certificate', (root: TestRoot) => root.file.split('-----BEGIN CERTIFICATE')[0] ?? ''],
  ])('says so when it is %s', async (_, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'compass-ca-'));
    const file = join(folder, 'authority.pem');
    await writeFile(file, content(await aRoot()));
    await expect(localAuthority(file, listUrl).issuers()).rejects.toThrow('must hold a private key and its certificate as PEM');
    await rm(folder, { recursive: true });
  });
});
