import { describe, expect, it } from 'vitest';
import { standingOf } from '#shared/certificates/standing.ts';
import { asLatest, successionOf } from '#shared/certificates/succession.ts';
import { days, later } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { forgotten } from '#shared/pairing/forgotten-certificates.ts';
import type { StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const known = { serialNumber: '0a', issuer: 'ca', notAfter: now.toISOString() };
const issued = { ...known, notBefore: now.toISOString(), pem: 'PEM', csrDigest: 'csr' };
const certificate = (fingerprint: string, more: Partial<StoredCertificate> = {}): StoredCertificate => ({
  ...issued,
  fingerprint,
  generation: 1,
  ...more,
});
const auth = (more: Partial<SystemAuth> = {}): SystemAuth => ({
  ...aSystemAuth({ tenant: tenantId('acme'), kind: 'runtime', id: 'r' }),
  ...more,
});

describe('a request for a further certificate', () => {
  const second = certificate('second', { generation: 2, follows: 'first' });

  it.each([
    ['where there is none yet', auth(), 'first'],
    ['with the latest certificate', auth({ certificate: second }), 'second'],
    ['with the latest one, in use', auth({ certificate: { ...second, usedAt: 'then' } }), 'second'],
    ['with the latest one, for the same key', auth({ certificate: { ...second, csrDigest: 'new' } }), 'second'],
    ['with a token of an administrator', auth({ certificate: { ...second, usedAt: 'then' } }), undefined],
    ['with a token of an administrator, for the first renewal', auth({ certificate: certificate('first') }), undefined],
  ])('leads to the next one %s', (_case, from, presented) => {
    expect(successionOf(from, presented, 'new')).toEqual({ position: 'next' });
  });

  it('with the one before leads to the latest again for the same key, in use or not', () => {
    for (const latest of [second, { ...second, usedAt: 'then' }])
      expect(successionOf(auth({ certificate: latest }), 'first', 'csr')).toEqual({ again: latest });
  });

  it('with the one before leads to one instead of the latest for another key, until that is in use', () => {
    expect(successionOf(auth({ certificate: second }), 'first', 'new')).toEqual({ position: 'instead' });
    const used = { ...second, usedAt: 'then' };
    expect(successionOf(auth({ certificate: used }), 'first', 'new')).toEqual({ suspicion: 'SUCCESSOR_IN_USE' });
  });

  it('with any other is a suspicion, whatever its key', () => {
    for (const from of [second, certificate('first')])
      for (const csr of ['csr', 'new'])
        expect(successionOf(auth({ certificate: from }), 'zeroth', csr)).toEqual({ suspicion: 'OLDER_GENERATION' });
  });
});

describe('the generation of a certificate', () => {
  const given = { ...issued, fingerprint: 'new' };

  it('is the first where there was none, and follows nothing', () => {
    const first = asLatest(given, auth(), 'next');
    expect(first).toEqual({ ...given, generation: 1 });
    expect(first).not.toHaveProperty('follows');
  });

  it('is one more than that of the latest, which it follows', () => {
    expect(asLatest(given, auth({ certificate: certificate('first') }), 'next')).toEqual({ ...given, generation: 2, follows: 'first' });
  });

  it('is one more than that of the one it replaces, and follows what that one followed', () => {
    const second = certificate('second', { generation: 2, follows: 'first' });
    expect(asLatest(given, auth({ certificate: second }), 'instead')).toEqual({ ...given, generation: 3, follows: 'first' });
  });
});

describe('the standing of a certificate', () => {
  const earlier = { ...known, generation: 1 };
  const holder = auth({
    certificate: certificate('latest'),
    retired: { earlier, 'earlier-revoked': earlier, replaced: { ...earlier, replaced: true }, kept: { ...earlier, replaced: false } },
    revoked: { 'earlier-revoked': known, 'forgotten-revoked': known },
  });

  it.each([
    ['latest', 'good'],
    ['earlier', 'good'],
    ['kept', 'good'],
    ['replaced', 'replaced'],
    ['earlier-revoked', 'revoked'],
    ['forgotten-revoked', 'revoked'],
    ['never-issued', 'unknown'],
  ])('is that of what happened to it: %s', (fingerprint, standing) => {
    expect(standingOf(holder, fingerprint)).toBe(standing);
  });

  it('is revoked for the latest too, and unknown where there is none', () => {
    expect(standingOf({ ...holder, revoked: { latest: known } }, 'latest')).toBe('revoked');
    expect(standingOf(auth(), 'latest')).toBe('unknown');
  });
});

it('a certificate is forgotten once it ended more than a day ago', () => {
  const ended = (ago: number) => ({ ...known, notAfter: later(now, -ago).toISOString() });
  const all = { current: ended(-days(1)), ended: ended(0), yesterday: ended(days(1)), longAgo: ended(days(1) + 1) };
  expect(forgotten(all, now)).toEqual(['longAgo']);
});
