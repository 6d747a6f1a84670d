import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acmPcaAuthority } from '#shared/aws/authorities/acm-pca-authority.ts';
import { kmsAuthority } from '#shared/aws/authorities/kms-authority.ts';
import { kmsRoot } from '#shared/aws/authorities/kms-root.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import { issueCertificate } from '#shared/certificates/issue-certificate.ts';
import { type Clock, days, later } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { acmPcaEngine, authorityArn } from '#test/support/acm-pca-engine.ts';
import { aRoot, listUrl } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, subjectOf } from '#test/support/csr-builder.ts';
import { keyId, kmsEngine } from '#test/support/kms-engine.ts';

const owner = { tenant: tenantId('tenant-1'), kind: 'application', id: randomUUID() } as const;
let folder: string;
const engines: { restore: () => void }[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-end-'));
});
afterEach(() => {
  for (const engine of engines.splice(0)) engine.restore();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface World {
  readonly authority: CertificateAuthority;
  /** End of the authority. */
  readonly end: Date;
}

async function keyFile(): Promise<World> {
  const root = await aRoot();
  const file = join(folder, 'authority.pem');
  await writeFile(file, root.file, { mode: 0o600 });
  return { authority: localAuthority(file, listUrl), end: root.anchor.validToDate };
}

const worlds: Record<string, () => Promise<World>> = {
  'a key file': keyFile,
  KMS: async () => {
    const engine = kmsEngine();
    engines.push(engine);
    const key = kmsSigningKey(engine.client, keyId);
    const root = new X509Certificate(await kmsRoot(key, [], () => new Date()));
    return { authority: kmsAuthority(key, { certificates: async () => [root] }, listUrl), end: root.validToDate };
  },
  'ACM PCA': async () => {
    const root = await aRoot();
    const engine = acmPcaEngine(root);
    engines.push(engine);
    const { client } = engine;
    const authority = acmPcaAuthority({ client, arn: authorityArn, signingAlgorithm: 'SHA256WITHECDSA', revocable: true });
    return { authority, end: root.anchor.validToDate };
  },
};

async function issued(authority: CertificateAuthority, clock: Clock) {
  const authId = randomUUID();
  const { encoded } = await aCsr({ name: subjectOf(authId) });
  const deps = {
    authority,
    clock,
    csrPolicy,
    log: { info: () => undefined },
    anchors: { certificates: async () => [] },
    validity: { application: days(90), runtime: days(7) },
  };
  return (await issueCertificate(await checkCsr(encoded, authId, csrPolicy), owner, deps)).issued;
}

describe.each(Object.entries(worlds))('a certificate of an authority in %s', (_, world) => {
  it('has the validity of the deployment while the authority lasts longer', async () => {
    const { authority } = await world();
    const now = new Date();
    const { notAfter } = await issued(authority, () => now);
    expect(Math.abs(Date.parse(notAfter) - later(now, days(90)).getTime())).toBeLessThanOrEqual(1000);
  });

  it('ends with the authority where that ends first, and begins no longer before now than a tenth of what is left', async () => {
    const { authority, end } = await world();
    const now = later(end, -days(10));
    const { notAfter, notBefore } = await issued(authority, () => now);
    expect(Date.parse(notAfter)).toBe(end.getTime());
    expect(Date.parse(notBefore)).toBeGreaterThanOrEqual(later(now, -days(1)).getTime());
  });

  it('is not issued once the authority has ended', async () => {
    const { authority, end } = await world();
    await expect(issued(authority, () => end)).rejects.toThrow('has expired');
  });
});

describe('a certificate of an authority below another', () => {
  it('ends with the one that ends first', async () => {
    const { authority } = await keyFile();
    const above = await aRoot('P-256', 'CN=Above,O=Compass', days(20));
    const chained = { ...authority, issuers: async () => [...(await authority.issuers()), above.certificate.toString('pem')] };
    const { notAfter } = await issued(chained, () => new Date());
    expect(Date.parse(notAfter)).toBe(above.anchor.validToDate.getTime());
  });
});
