import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateIdentity, ownerUri } from '#shared/certificates/certificate-identity.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { ExtendedKeyUsage, type JsonName, X509Certificate as ParsedCertificate } from '#shared/certificates/x509.ts';
import { days, later, minutes, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { aClientCertificate, aRoot, type ClientCertificateWish } from '#test/support/client-certificates.ts';
import { freshKeys, subjectOf } from '#test/support/csr-builder.ts';

const now = new Date('2031-05-05T12:00:00Z');
const clock = () => now;
const owner = { tenant: tenantId('tenant-1'), kind: 'application', id: randomUUID() } as const;
const authId = randomUUID();
const root = await aRoot();
const valid: ClientCertificateWish = {
  name: subjectOf(authId),
  uris: [ownerUri(owner)],
  notBefore: later(now, -days(1)),
  notAfter: later(now, days(1)),
};

const answer = (pem: string, anchors = [root.anchor]) => {
  try {
    return certificateIdentity(pem, anchors, clock);
  } catch (error) {
    return (error as Error).message;
  }
};
const answerTo = async (wish: ClientCertificateWish) => answer(await aClientCertificate(root, { ...valid, ...wish }));

it('the identity of a certificate names its owner', async () => {
  const pem = await aClientCertificate(root, valid);
  const { raw, serialNumber } = new X509Certificate(pem);
  expect(answer(pem)).toEqual({
    owner,
    authId,
    fingerprint: createHash('sha256').update(raw).digest('hex'),
    serialNumber: serialNumber.toLowerCase(),
    issuer: authorityIdOf(root.anchor),
    notAfter: later(now, days(1)).toISOString(),
  });
});

describe('a certificate that was accepted before', () => {
  it('is refused once it has expired', async () => {
    const pem = await aClientCertificate(root, valid);
    const anchors = [root.anchor];
    expect(certificateIdentity(pem, anchors, clock)).toEqual(certificateIdentity(pem, anchors, clock));
    expect(() => certificateIdentity(pem, anchors, () => later(now, days(2)))).toThrow('has expired');
  });

  it('is refused once its issuer is no anchor any more', async () => {
    const [other, pem] = [await aRoot(), await aClientCertificate(root, valid)];
    expect(answer(pem, [root.anchor])).toMatchObject({ authId });
    expect(answer(pem, [other.anchor])).toBe('the client certificate was not issued here');
  });
});

describe('the issuer', () => {
  it('may be any of the anchors', async () => {
    const [old, pem] = [await aRoot(), await aClientCertificate(root, valid)];
    expect(answer(pem, [old.anchor, root.anchor])).toMatchObject({ authId });
  });

  it('must be an anchor', async () => {
    const stranger = await aRoot('P-256', 'O=Compass,CN=Another Root');
    expect(answer(await aClientCertificate(stranger, valid))).toBe('the client certificate was not issued here');
  });

  it('must hold the key of the anchor, not only its name', async () => {
    const impostor = await aRoot();
    expect(answer(await aClientCertificate(impostor, valid))).toBe('the client certificate was not issued here');
  });

  it('must not have expired itself', async () => {
    const late = later(root.anchor.validToDate, seconds(1));
    const pem = await aClientCertificate(root, { ...valid, notBefore: now, notAfter: later(late, days(1)) });
    expect(() => certificateIdentity(pem, [root.anchor], () => late)).toThrow('was issued by an authority that has expired');
  });

  it('must be an authority: a client cannot sign for another', async () => {
    const keys = await freshKeys('P-256');
    const holder = await aClientCertificate(root, { ...valid, keys });
    const asRoot = { ...root, keys, certificate: new ParsedCertificate(holder) };
    expect(answer(await aClientCertificate(asRoot, valid), [new X509Certificate(holder)])).toBe(
      'the client certificate was not issued here',
    );
  });

  it('is unnamed where there is no anchor', async () => {
    expect(answer(await aClientCertificate(root, valid), [])).toBe('the client certificate was not issued here');
  });
});

describe('the validity', () => {
  it.each([
    ['has ended now', { notAfter: now }, 'the client certificate has expired'],
    ['ended long ago', { notBefore: later(now, -days(9)), notAfter: later(now, -days(2)) }, 'the client certificate has expired'],
    ['begins later than clocks may differ', { notBefore: later(now, minutes(5) + seconds(1)) }, 'the client certificate is not valid yet'],
  ])('refuses what %s', async (_, wish, message) => {
    expect(await answerTo(wish)).toBe(message);
  });

  it.each([
    ['its last second', { notAfter: later(now, seconds(1)) }],
    ['a start that a clock behind ours sees in the future', { notBefore: later(now, minutes(5)) }],
  ])('accepts %s', async (_, wish) => {
    expect(await answerTo(wish)).toMatchObject({ authId });
  });
});

describe('the purpose', () => {
  const wrong = 'the client certificate is not a client certificate';
  it.each([
    ['of a server', { usages: [ExtendedKeyUsage.serverAuth] }],
    ['for anything', { usages: [] }],
    ['of an authority', { authority: true }],
  ])('refuses a certificate %s', async (_, wish) => {
    expect(await answerTo(wish)).toBe(wrong);
  });
});

describe('the names', () => {
  const unnamed = 'the client certificate has no System Auth as its common name';
  const noOwner = 'the client certificate names no owner';
  it.each<[string, JsonName]>([
    ['no common name', subjectOf(authId).slice(0, 5)],
    ['a common name that is no id', subjectOf('somebody')],
    ['two common names', [...subjectOf(authId), { CN: [randomUUID()] }]],
    ['a common name inside another attribute', [{ O: [`CN=${authId}`] }]],
    ['a common name on a line of its own inside another attribute', [{ O: [`x\nCN=${authId}`] }]],
  ])('refuses %s', async (_, name) => {
    expect(await answerTo({ name })).toBe(unnamed);
  });

  it.each([
    ['no URI', []],
    ['a URI of somebody else', [`spiffe://compass/${owner.id}`]],
    ['two URIs', [ownerUri(owner), ownerUri({ ...owner, id: randomUUID() })]],
    ['an unknown kind of owner', [`urn:compass:tenant-1:user:${owner.id}`]],
    ['an owner that is no id', ['urn:compass:tenant-1:application:one']],
    ['more parts than there are', [`${ownerUri(owner)}:more`]],
  ])('refuses %s', async (_, uris) => {
    expect(await answerTo({ uris })).toBe(noOwner);
  });
});

it.each(['', 'not a PEM', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
  'the identity of a certificate refuses what is no certificate: %j',
  (pem) => {
    expect(answer(pem)).toBe('the client certificate cannot be read');
  },
);
