import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { consumerScopes } from '#shared/authorization/scopes.ts';
import { authenticateCertificate, holderOf } from '#shared/certificates/authenticate-certificate.ts';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { noteSuspicion } from '#shared/certificates/note-suspicion.ts';
import { refuseCopiedKey } from '#shared/certificates/refuse-copied-key.ts';
import { revokeCertificate } from '#shared/certificates/revoke-certificate.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { CloneSuspicion, Owner, PresentedCertificate, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { aClientCertificate, aRoot, type TestRoot } from '#test/support/client-certificates.ts';
import { subjectOf } from '#test/support/csr-builder.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const now = new Date();
const clock = () => now;
const owner: Owner = { tenant: tenantId('acme'), kind: 'runtime', id: randomUUID() };
const known = { serialNumber: '0a', issuer: 'ca', notAfter: now.toISOString() };
const presented: PresentedCertificate = { ...known, fingerprint: 'presented' };
const latest: StoredCertificate = {
  ...presented,
  generation: 2,
  follows: 'first',
  notBefore: now.toISOString(),
  pem: 'PEM',
  csrDigest: 'csr',
};
const recorded = (more: Partial<SystemAuth> = {}): SystemAuth => ({ ...aSystemAuth(owner), certificate: latest, ...more });

/** A repository with one System Auth, and the suspicions that were noted in it. */
function storeOf(auth: SystemAuth | undefined) {
  const noted: [PresentedCertificate, CloneSuspicion, Date][] = [];
  const find = async (of: object, id: string) =>
    auth && id === auth.id && JSON.stringify(of) === JSON.stringify(auth.owner) ? auth : undefined;
  const suspect = async (_: SystemAuth, certificate: PresentedCertificate, reason: CloneSuspicion, at: Date) =>
    void noted.push([certificate, reason, at]);
  return { noted, deps: { auths: { find, suspect }, clock } };
}

async function presenting(auth: SystemAuth, fingerprint = 'presented') {
  const { noted, deps } = storeOf(auth);
  const identity = { ...presented, fingerprint, owner, authId: auth.id };
  const outcome = await holderOf(identity, deps).catch((error: unknown) => error);
  return { outcome, noted, identity };
}

const deleted = { code: 'CertificateInvalid', message: 'the System Auth of the client certificate was deleted' };

describe('the holder of a certificate', () => {
  let root: TestRoot;
  beforeAll(async () => {
    root = await aRoot();
  });

  it('is the owner that the certificate names, with the System Auth that records it', async () => {
    const auth = recorded();
    const { outcome, identity, noted } = await presenting(auth);
    const actor = { kind: 'runtime', id: owner.id, authId: auth.id, fingerprint: 'presented', tenant: 'acme' };
    expect(outcome).toMatchObject({ auth, identity, actor });
    expect(outcome).toMatchObject({ actor: { scopes: new Set(consumerScopes.runtime) } });
    expect(noted).toEqual([]);
  });

  it('has no more scopes than its credential', async () => {
    const { outcome } = await presenting(recorded({ scopes: ['runtime:read'] }));
    expect(outcome).toMatchObject({ actor: { scopes: new Set(['runtime:read']) } });
  });

  it('is nothing where the System Auth was deleted, or is an OAuth client', async () => {
    expect((await presenting(recorded({ client: { clientId: 'c' } }))).outcome).toMatchObject(deleted);
    const { deps } = storeOf(undefined);
    await expect(holderOf({ ...presented, owner, authId: randomUUID() }, deps)).rejects.toMatchObject(deleted);
  });

  it('is refused with a revoked certificate, which is no suspicion', async () => {
    const { outcome, noted } = await presenting(recorded({ revoked: { presented: known } }));
    expect(outcome).toMatchObject({ code: 'CertificateInvalid', message: 'the client certificate is revoked' });
    expect(noted).toEqual([]);
  });

  it.each([
    ['that is not recorded', {}, 'NOT_RECORDED', 'CertificateInvalid', 'the client certificate is not recorded here'],
    [
      'that another was issued instead of',
      { retired: { other: { ...known, generation: 1, replaced: true } } },
      'REPLACED',
      'CertificateSuperseded',
      'another client certificate was issued instead of this one: pair again with a new one-time token',
    ],
  ] as const)('is refused with one %s, which is a suspicion', async (_, more, reason, code, message) => {
    const { outcome, noted, identity } = await presenting(recorded(more), 'other');
    expect(outcome).toMatchObject({ code, message });
    expect(noted).toEqual([[identity, reason, now]]);
  });

  it('proves itself by a certificate that one of the own authorities signed, while it is valid', async () => {
    const auth = recorded();
    const pem = await aClientCertificate(root, { name: subjectOf(auth.id), uris: [ownerUri(owner)] });
    const { deps, noted } = storeOf(auth);
    const anchors = { certificates: async () => [root.anchor] };
    await expect(authenticateCertificate(pem, { ...deps, anchors })).rejects.toThrow('is not recorded here');
    expect(noted).toMatchObject([[{ owner, authId: auth.id }, 'NOT_RECORDED', now]]);
    const later = () => new Date(now.getTime() + 30 * 86_400_000);
    await expect(authenticateCertificate(pem, { ...deps, anchors, clock: later })).rejects.toThrow('has expired');
    const none = { certificates: async () => [] };
    await expect(authenticateCertificate(pem, { ...deps, anchors: none })).rejects.toThrow('was not issued here');
  });

  it('revokes the certificate that it presents', async () => {
    const auth = recorded();
    const revoked: unknown[] = [];
    const revoke = async (...given: unknown[]) => void revoked.push(given);
    const { identity, outcome } = await presenting(auth);
    await revokeCertificate(outcome as Awaited<ReturnType<typeof holderOf>>, { auths: { revoke }, clock });
    expect(revoked).toEqual([[auth, identity, now]]);
  });
});

describe('a suspicion', () => {
  const suspected = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`other-${n}`, { ...known, reason: 'REPLACED' as const }]));

  it.each([
    ['is noted of a certificate that was not suspected', suspected(49), 1],
    ['is not noted twice', { ...suspected(1), presented: { ...known, reason: 'REPLACED' as const } }, 0],
    ['is not noted beside fifty others', suspected(50), 0],
  ])('%s', async (_, before, times) => {
    const { deps, noted } = storeOf(undefined);
    await noteSuspicion(recorded({ suspected: before }), presented, 'NOT_RECORDED', deps);
    expect(noted).toEqual(Array(times).fill([presented, 'NOT_RECORDED', now]));
  });
});

describe('a renewal', () => {
  const renewing = async (auth: SystemAuth, certificate: PresentedCertificate | undefined, csr = 'csr') => {
    const { deps, noted } = storeOf(auth);
    return { outcome: await refuseCopiedKey(auth, certificate, csr, deps).catch((error: unknown) => error), noted };
  };

  it('with the latest certificate, or with a token, is no suspicion', async () => {
    for (const certificate of [presented, undefined])
      expect(await renewing(recorded(), certificate)).toEqual({ outcome: { position: 'next' }, noted: [] });
  });

  it.each([
    ['SUCCESSOR_IN_USE', 'first', 'the client certificate was renewed, and its successor is in use'],
    ['OLDER_GENERATION', 'zeroth', 'the client certificate was renewed more than once'],
  ])('that looks like a copied key is refused and noted: %s', async (reason, fingerprint, why) => {
    const certificate = { ...presented, fingerprint };
    const { outcome, noted } = await renewing(recorded({ certificate: { ...latest, usedAt: 'then' } }), certificate, 'new');
    expect(outcome).toMatchObject({ code: 'CertificateSuperseded', message: `${why}: pair again with a new one-time token` });
    expect(noted).toEqual([[certificate, reason, now]]);
  });
});
