import { randomUUID, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CertificateOrder } from '#shared/certificates/certificate-authority.ts';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import { chainOf, issueCertificate } from '#shared/certificates/issue-certificate.ts';
import { renewCertificate } from '#shared/certificates/renew-certificate.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { Owner, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { aClientCertificate, aRoot, type TestRoot } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, subjectOf } from '#test/support/csr-builder.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const owner: Owner = { tenant: tenantId('acme'), kind: 'runtime', id: randomUUID() };
const known = { serialNumber: '0a', issuer: 'ca', notAfter: now.toISOString() };
const latest: StoredCertificate = {
  ...known,
  fingerprint: 'latest',
  generation: 1,
  notBefore: known.notAfter,
  pem: 'PEM',
  csrDigest: 'csr',
};

let root: TestRoot;
let encoded: string;
let auth: SystemAuth;
beforeAll(async () => {
  root = await aRoot('P-256', 'CN=Root', days(9000));
  auth = { ...aSystemAuth(owner), certificate: latest };
  ({ encoded } = await aCsr({ name: subjectOf(auth.id) }));
});

/** Everything that issuing needs, and the orders that the authority got. */
function issuing(validity = { application: days(90), runtime: days(7) }) {
  const orders: CertificateOrder[] = [];
  const issue = async (order: CertificateOrder) => {
    orders.push(order);
    return { pem: await aClientCertificate(root, order), issuers: [root.anchor.toString()] };
  };
  const authority = { issue, certificate: async () => root.anchor, issuers: async () => [root.anchor.toString()] };
  return {
    orders,
    deps: {
      authority,
      anchors: { certificates: async () => [root.anchor] },
      clock: () => now,
      csrPolicy,
      log: { info: () => undefined },
      validity,
    },
  };
}

type Commit = (auth: SystemAuth, presented: string, next: StoredCertificate, at: Date) => Promise<'committed' | SystemAuth | undefined>;

async function renewing(from: SystemAuth, fingerprint: string, commitRenewal: Commit) {
  const identity = { ...known, fingerprint, owner, authId: from.id };
  const actor = { kind: 'runtime', id: owner.id, tenant: owner.tenant, authId: from.id, scopes: new Set<string>() } as const;
  const { deps, orders } = issuing();
  const auths = { commitRenewal, suspect: async () => undefined };
  return { renewed: renewCertificate({ auth: from, identity, actor }, encoded, { ...deps, auths }), orders };
}

const digest = async () => (await checkCsr(encoded, auth.id, csrPolicy)).digest;

describe('a renewal', () => {
  it('records the certificate after the one that is presented, and answers it with its chain', async () => {
    const commits: Parameters<Commit>[] = [];
    const { renewed } = await renewing(auth, 'latest', async (...given) => {
      commits.push(given);
      return 'committed';
    });
    const { pem, issuers } = await renewed;
    expect(issuers).toEqual([root.anchor.toString()]);
    expect(new X509Certificate(pem).verify(root.anchor.publicKey)).toBe(true);
    expect(commits).toEqual([
      [auth, 'latest', expect.objectContaining({ generation: 2, follows: 'latest', pem, csrDigest: await digest() }), now],
    ]);
  });

  it('that was answered before is answered again, and nothing is signed', async () => {
    const pem = await aClientCertificate(root);
    const again = { ...auth, certificate: { ...latest, generation: 2, follows: 'first', pem, csrDigest: await digest() } };
    const { renewed, orders } = await renewing(again, 'first', () => Promise.reject(new Error('recorded')));
    expect(await renewed).toEqual({ pem, issuers: [root.anchor.toString()] });
    expect(orders).toEqual([]);
  });

  it('that another of the same request overtook is answered as that one was', async () => {
    const pem = await aClientCertificate(root);
    const meanwhile = {
      ...auth,
      certificate: { ...latest, fingerprint: 'next', generation: 2, follows: 'latest', pem, csrDigest: await digest() },
    };
    const { renewed } = await renewing(auth, 'latest', async () => meanwhile);
    expect(await renewed).toEqual({ pem, issuers: [root.anchor.toString()] });
  });

  it('that another request overtook, or whose System Auth was deleted, is to be repeated', async () => {
    const other = { ...auth, certificate: { ...latest, fingerprint: 'next', generation: 2, follows: 'latest' } };
    for (const found of [other, auth, undefined]) {
      const { renewed } = await renewing(auth, 'latest', async () => found);
      await expect(renewed).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    }
  });

  it('for a certificate signing request of another System Auth is refused', async () => {
    const { renewed, orders } = await renewing({ ...auth, id: randomUUID() }, 'latest', async () => 'committed');
    await expect(renewed).rejects.toMatchObject({ code: 'CsrInvalid' });
    expect(orders).toEqual([]);
  });
});

describe('a certificate that is issued', () => {
  const issued = async (kind: Owner['kind'], validity: { application: number; runtime: number }) => {
    const { deps, orders } = issuing(validity);
    const answer = await issueCertificate(await checkCsr(encoded, auth.id, csrPolicy), { ...owner, kind }, deps);
    return { ...answer, order: orders[0] };
  };

  it.each([
    ['application', days(90), minutes(5)],
    ['runtime', days(7), minutes(5)],
    ['runtime', minutes(50), minutes(5)],
    ['runtime', minutes(49), minutes(4.9)],
    ['runtime', minutes(1), minutes(0.1)],
  ] as const)('to an owner of kind %s is valid for its %i ms, and %i ms before', async (kind, validity, skew) => {
    const { order } = await issued(kind, { application: 1, runtime: 1, [kind]: validity });
    expect(order).toMatchObject({ owner: { kind }, notBefore: later(now, -skew), notAfter: later(now, validity) });
  });

  it('is recorded as it was signed, under the authority that signed it', async () => {
    const { issued: recorded, issuers } = await issued('runtime', { application: 1, runtime: days(7) });
    const certificate = new X509Certificate(recorded.pem);
    expect(recorded).toEqual({
      fingerprint: fingerprintOf(certificate),
      serialNumber: certificate.serialNumber.toLowerCase(),
      issuer: authorityIdOf(root.anchor),
      notBefore: later(now, -minutes(5)).toISOString(),
      notAfter: later(now, days(7)).toISOString(),
      pem: recorded.pem,
      csrDigest: await digest(),
    });
    expect(issuers).toEqual([root.anchor.toString()]);
  });

  it('has its chain, also under an authority that is no longer the one that signs', async () => {
    const pem = await aClientCertificate(root);
    const { deps } = issuing();
    const other = await aRoot();
    const anchors = { certificates: async () => [other.anchor, root.anchor] };
    expect(await chainOf({ ...latest, pem }, { ...deps, anchors })).toEqual({ pem, issuers: [root.anchor.toString()] });
  });
});
