import { beforeEach, describe, expect, it } from 'vitest';
import type { ListContents } from '#shared/certificates/certificate-authority.ts';
import { publishRevocationList } from '#shared/certificates/revocation/publish-revocation-list.ts';
import { revocationPublisher } from '#shared/certificates/revocation/revocation-publisher.ts';
import { certificateRevokedEvent, revokeAtAuthority } from '#shared/certificates/revocation/revoke-at-authority.ts';
import { listedAfterEnd, type RevocationList, type RevokedCertificate } from '#shared/certificates/revocation/revoked-certificate.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { aRoot, type TestRoot } from '#test/support/client-certificates.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
let root: TestRoot;
/** Everything that happened, in order. */
let story: string[];
let recorded: RevokedCertificate[];
let signed: ListContents[];
let announced: RevocationList[];

beforeEach(async () => {
  root = await aRoot();
  [story, recorded, signed, announced] = [[], [], [], []];
});

const deps = () => ({
  clock: () => now,
  objects: {
    put: async ({ number }: RevocationList, der: Uint8Array) => void story.push(`put ${number} ${Buffer.from(der)}`),
    get: () => Promise.reject(new Error('read')),
  },
  revocations: {
    record: async (certificate: RevokedCertificate) => {
      story.push(`record ${certificate.serialNumber}`);
      recorded.push(certificate);
    },
    listByAuthority: async (authorityId: string) => {
      story.push('list');
      return recorded.filter((one) => one.authorityId === authorityId);
    },
    reserveNumber: async () => story.push('reserve'),
    announce: async (list: RevocationList) => {
      story.push(`announce ${list.number}`);
      announced.push(list);
      return true;
    },
    latest: () => Promise.reject(new Error('read')),
  },
});
const listing = () => ({
  certificate: async () => {
    story.push('certificate');
    return root.anchor;
  },
  signList: async (contents: ListContents) => {
    story.push(`sign ${contents.number}`);
    signed.push(contents);
    return Buffer.from('DER');
  },
});
const aRevoked = (serialNumber = '1a'): RevokedCertificate => ({
  authorityId: authorityIdOf(root.anchor),
  serialNumber,
  revokedAt: now.toISOString(),
  notAfter: later(now, days(1)).toISOString(),
});

describe('the publication of a list', () => {
  it('reserves its number before it reads what was revoked, and announces the list once it is stored', async () => {
    await publishRevocationList(listing(), deps());
    expect(story).toEqual(['certificate', 'reserve', 'list', 'sign 2', 'put 2 DER', 'announce 2']);
  });

  it('signs what was revoked of this authority, for a week from five minutes ago on', async () => {
    recorded = [aRevoked(), { ...aRevoked('2b'), authorityId: 'other' }];
    const [thisUpdate, nextUpdate] = [later(now, -minutes(5)), later(now, days(7))];
    const list = await publishRevocationList(listing(), deps());
    expect(signed).toEqual([{ number: list.number, thisUpdate, nextUpdate, revoked: [aRevoked()] }]);
    const { authorityId } = aRevoked();
    expect(list).toEqual({ authorityId, number: list.number, thisUpdate: thisUpdate.toISOString(), nextUpdate: nextUpdate.toISOString() });
    expect(announced).toEqual([list]);
  });

  it('names a certificate at least as long after its end as a list is valid', () => {
    expect(listedAfterEnd).toBeGreaterThanOrEqual(days(7));
  });
});

describe('a revocation', () => {
  it('is recorded before the list that names it is begun', async () => {
    await revocationPublisher(listing(), deps()).publish(aRevoked());
    expect(story[0]).toBe('record 1a');
    expect(signed).toMatchObject([{ revoked: [aRevoked()] }]);
  });

  it('shares the list with those of the same moment, and reads the certificate of the authority once to know whose they are', async () => {
    const publisher = revocationPublisher(listing(), deps());
    await Promise.all(['1a', '2b', '3c'].map((serial) => publisher.publish(aRevoked(serial))));
    expect(signed.map(({ revoked }) => revoked.length).at(-1)).toBe(3);
    expect(signed.length).toBeLessThan(3);
    story = [];
    expect([await publisher.authorityId(), await publisher.authorityId()]).toEqual(Array(2).fill(authorityIdOf(root.anchor)));
    expect(story).toEqual(['certificate']);
  });

  it('is left to an authority that publishes revocations itself', async () => {
    const revoked: unknown[] = [];
    const revoke = async (certificate: { serialNumber: string }) => void revoked.push(certificate);
    const publisher = revocationPublisher({ certificate: async () => root.anchor, revoke }, deps());
    await publisher.publish(aRevoked());
    expect([await publisher.authorityId(), revoked, story]).toEqual([authorityIdOf(root.anchor), [aRevoked()], []]);
  });

  it('is published nowhere by an authority of short-lived certificates', async () => {
    await revocationPublisher({ certificate: async () => root.anchor }, deps()).publish(aRevoked());
    expect(story).toEqual([]);
  });
});

describe('the event of a revocation', () => {
  const event = (issuer: string) =>
    JSON.parse(
      aBusEvent(tenantId('acme'), 'CertificateRevoked', {
        authId: crypto.randomUUID(),
        ownerKind: 'runtime',
        ownerId: crypto.randomUUID(),
        fingerprint: 'ab'.repeat(32),
        serialNumber: '1a',
        issuer,
        notAfter: now.toISOString(),
        reason: 'REVOKED',
      }),
    );

  it('leads to the authority that issued the certificate, with the tenant and the time', async () => {
    const parsed = certificateRevokedEvent.parse(event('second'));
    const published: [string, RevokedCertificate][] = [];
    const publishers = ['first', 'second'].map((id) => ({
      authorityId: async () => id,
      publish: async (certificate: RevokedCertificate) => void published.push([id, certificate]),
    }));
    const outcome = await revokeAtAuthority(parsed, { publishers });
    expect(outcome).toEqual({ outcome: 'revoked', authorityId: 'second', serialNumber: '1a' });
    const { occurredAt } = parsed.detail.metadata;
    const revoked = { authorityId: 'second', tenant: 'acme', serialNumber: '1a', revokedAt: occurredAt, notAfter: now.toISOString() };
    expect(published).toEqual([['second', revoked]]);
    expect(await revokeAtAuthority(certificateRevokedEvent.parse(event('none')), { publishers })).toMatchObject({
      outcome: 'authority unknown',
    });
  });

  it('is no other event', () => {
    expect(certificateRevokedEvent.safeParse({ ...event('ca'), 'detail-type': 'CertificateIssued' }).success).toBe(false);
    expect(certificateRevokedEvent.safeParse({ 'detail-type': 'CertificateRevoked' }).success).toBe(false);
  });
});
