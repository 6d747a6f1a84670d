import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCsr } from '#shared/certificates/csr.ts';
import { exchangeCertificate } from '#shared/certificates/exchange-certificate.ts';
import { days, hours, later } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { digestOf, newSecret } from '#shared/pairing/one-time-token.ts';
import type { Owner, StoredCertificate, StoredToken, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { aClientCertificate, aRoot, type TestRoot } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, subjectOf } from '#test/support/csr-builder.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const owner: Owner = { tenant: tenantId('acme'), kind: 'runtime', id: newId() };
const known = { serialNumber: '0a', issuer: 'ca', notAfter: now.toISOString() };
const token = { owner, authId: newId(), secret: newSecret() };
const digest = digestOf(token.secret);
const invalid = { code: 'TokenInvalid', message: expect.stringContaining('unknown, used or expired') };

let root: TestRoot;
let encoded: string;
let csr: Awaited<ReturnType<typeof checkCsr>>;
let pem: string;
beforeAll(async () => {
  root = await aRoot('P-256', 'CN=Root', days(9000));
  ({ encoded } = await aCsr({ name: subjectOf(token.authId) }));
  csr = await checkCsr(encoded, token.authId, csrPolicy);
  pem = await aClientCertificate(root);
});

const storedToken = (more: Partial<StoredToken> = {}): StoredToken => ({
  digest,
  issuedAt: now.toISOString(),
  expiresAt: later(now, hours(1)).toISOString(),
  ...more,
});
const auth = (more: Partial<SystemAuth> = {}): SystemAuth => ({
  ...aSystemAuth(owner),
  id: token.authId,
  token: storedToken({ csrDigest: csr.digest }),
  ...more,
});
const certificate = (more: Partial<StoredCertificate> = {}): StoredCertificate => ({
  ...known,
  fingerprint: 'latest',
  generation: 1,
  notBefore: now.toISOString(),
  pem,
  csrDigest: csr.digest,
  ...more,
});

type Reserved = Awaited<ReturnType<SystemAuthRepository['reserveToken']>>;
type Committed = Awaited<ReturnType<SystemAuthRepository['commitExchange']>>;

/** Exchanges the token; the table answers `reserved`, and `outcomes` to one commit after the other. */
async function exchanging(reserved: Reserved, ...outcomes: Committed[]) {
  const story: unknown[] = [];
  const commits: [SystemAuth, StoredCertificate, Date][] = [];
  const auths: Pick<SystemAuthRepository, 'reserveToken' | 'commitExchange' | 'suspect'> = {
    reserveToken: async (...given) => {
      story.push(['reserve', ...given]);
      return reserved;
    },
    commitExchange: async (...given) => {
      commits.push(given);
      return outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    },
    suspect: async (_auth, { fingerprint }, reason) => void story.push(['suspect', fingerprint, reason]),
  };
  const authority = {
    issue: async (order: { notBefore: Date; notAfter: Date; owner: Owner }) => {
      story.push(['issue', order.owner]);
      return {
        pem: await aClientCertificate(root, { notBefore: order.notBefore, notAfter: order.notAfter }),
        issuers: [root.anchor.toString()],
      };
    },
    certificate: async () => root.anchor,
    issuers: async () => [root.anchor.toString()],
  };
  const anchors = { certificates: async () => [root.anchor] };
  const validity = { application: days(90), runtime: days(7) };
  const answer = await exchangeCertificate(token, encoded, {
    auths,
    authority,
    anchors,
    clock: () => now,
    csrPolicy,
    log: { info: () => undefined },
    validity,
  }).catch((error: unknown) => error);
  return { answer, commits, story };
}
const reservation = () => [
  'reserve',
  owner,
  token.authId,
  { digest, csrDigest: csr.digest, keyThumbprint: csr.keyThumbprint, now: now.toISOString() },
];
const again = () => ({ pem, issuers: [root.anchor.toString()] });

describe('an exchange', () => {
  it('binds the token to the certificate signing request, signs, and records the certificate after the latest', async () => {
    const reserved = auth({ certificate: certificate({ fingerprint: 'before' }) });
    const { answer, commits, story } = await exchanging({ reserved }, 'committed');
    expect(story).toEqual([reservation(), ['issue', owner]]);
    expect(commits).toEqual([[reserved, expect.objectContaining({ generation: 2, follows: 'before', csrDigest: csr.digest }), now]]);
    expect(answer).toEqual({ pem: commits[0]?.[1].pem, issuers: [root.anchor.toString()] });
    expect(new X509Certificate(commits[0]?.[1].pem ?? '').verify(root.anchor.publicKey)).toBe(true);
  });

  it('of a token that led to a certificate before answers that one, and nothing is signed', async () => {
    const before = auth({ token: storedToken({ csrDigest: csr.digest, certificateFingerprint: 'latest' }), certificate: certificate() });
    const { answer, commits, story } = await exchanging({ reserved: before });
    expect([answer, commits, story]).toEqual([again(), [], [reservation()]]);
  });

  it('of a token whose certificate was renewed, or is gone, is refused', async () => {
    const renewed = auth({ token: storedToken({ certificateFingerprint: 'first' }), certificate: certificate() });
    const { certificate: _, ...bare } = renewed;
    for (const reserved of [renewed, bare]) expect((await exchanging({ reserved })).answer).toMatchObject(invalid);
  });

  it('of a token that a holder got with a copied key is refused, and noted', async () => {
    const presented = { ...known, fingerprint: 'zeroth' };
    const { answer, story } = await exchanging({
      reserved: auth({ tokenTerms: { presented }, certificate: certificate({ follows: 'first' }) }),
    });
    expect(answer).toMatchObject({ code: 'CertificateSuperseded' });
    expect(story).toEqual([reservation(), ['suspect', 'zeroth', 'OLDER_GENERATION']]);
  });

  it('for another System Auth than that of the token is refused before the token is looked at', async () => {
    const { encoded: foreign } = await aCsr({ name: subjectOf(newId()) });
    const reserveToken = () => Promise.reject(new Error('looked at'));
    const deps = { auths: { reserveToken }, csrPolicy } as unknown as Parameters<typeof exchangeCertificate>[2];
    await expect(exchangeCertificate(token, foreign, deps)).rejects.toMatchObject({ code: 'CsrInvalid' });
  });
});

describe('a token that is not valid for the request', () => {
  const another = { keyThumbprint: 'another' };

  it('is refused, and the error names the key only to the holder of a valid token', async () => {
    const bound = { code: 'CsrInvalid' };
    const valid = auth({ token: storedToken(), tokenTerms: another });
    expect((await exchanging({ refused: valid })).answer).toMatchObject(bound);
    for (const refused of [
      undefined,
      auth({ token: storedToken({ digest: 'another' }), tokenTerms: another }),
      auth({ token: storedToken({ expiresAt: now.toISOString() }), tokenTerms: another }),
      auth({ token: storedToken({ usedAt: now.toISOString() }), tokenTerms: another }),
      auth({ token: storedToken() }),
      auth({ token: storedToken(), tokenTerms: { keyThumbprint: csr.keyThumbprint } }),
      { ...aSystemAuth(owner), tokenTerms: another },
    ])
      expect((await exchanging({ refused })).answer).toMatchObject(invalid);
  });
});

describe('an exchange whose System Auth changes while the authority signs', () => {
  it('answers the certificate of the same request that was faster, with its chain', async () => {
    const faster = auth({ token: storedToken({ csrDigest: csr.digest, certificateFingerprint: 'latest' }), certificate: certificate() });
    const { answer, commits } = await exchanging({ reserved: auth() }, faster);
    expect([answer, commits.length]).toEqual([again(), 1]);
  });

  it('is recorded after what is the latest by then', async () => {
    const renewed = auth({ certificate: certificate({ fingerprint: 'other', generation: 5 }) });
    const { answer, commits } = await exchanging({ reserved: auth() }, renewed, 'committed');
    expect(commits.map(([read, { generation, follows }]) => [read.certificate?.fingerprint, generation, follows])).toEqual([
      [undefined, 1, undefined],
      ['other', 6, 'other'],
    ]);
    expect(answer).toMatchObject({ pem: commits[1]?.[1].pem });
  });

  it('is refused where the token is gone, or bound to another request', async () => {
    const { token: _, ...bare } = auth();
    for (const found of [undefined, bare, auth({ token: storedToken({ csrDigest: 'another' }) })]) {
      const { answer, commits } = await exchanging({ reserved: auth() }, found);
      expect(answer).toMatchObject(invalid);
      expect(commits).toHaveLength(1);
    }
  });

  it('is given up after four attempts', async () => {
    const { answer, commits } = await exchanging({ reserved: auth() }, auth());
    expect(answer).toMatchObject({ code: 'ConcurrentUpdate' });
    expect(commits).toHaveLength(4);
  });
});
