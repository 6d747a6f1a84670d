import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { days } from '#shared/core/clock.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import { reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import {
  type ConnectorWorld,
  configurationQuery,
  decode,
  signMutation,
  startConnector,
  tokenInvalid,
} from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

type Paired = Awaited<ReturnType<ConnectorWorld['pair']>>;

const aNewCsr = async ({ authId }: Paired) => (await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') })).encoded;
const renewWith = async (certificate: string, csr: string) => {
  const { data, error } = await connector.call(signMutation, { certificate, variables: { csr } });
  return error ?? decode(data.result.clientCertificate);
};
const renew = async (paired: Paired, certificate = paired.certificate) => renewWith(certificate, await aNewCsr(paired));
const useAtConnector = async (certificate: string) => (await connector.call(configurationQuery, { certificate })).error;
const useAtDirector = async (certificate: string) => {
  const { auth, identity } = await authenticateCertificate(certificate, connector.deps);
  await recordContact(auth, identity.fingerprint, { ...connector.deps, pollAfterSeconds: 60 });
};
const recorded = async ({ owner, authId }: Paired) =>
  (await connector.deps.auths.find(owner, authId)) ?? expect.fail('the System Auth is gone');
const fingerprint = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();

const isCertificate = expect.stringContaining('BEGIN CERTIFICATE');
const successorInUse =
  'CertificateSuperseded: the client certificate was renewed, and its successor is in use: pair again with a new one-time token';
const olderGeneration = 'CertificateSuperseded: the client certificate was renewed more than once: pair again with a new one-time token';
const replaced = 'CertificateSuperseded: another client certificate was issued instead of this one: pair again with a new one-time token';

describe('a renewal whose answer was lost', () => {
  it('is given again for the same request', async () => {
    const paired = await connector.pair('runtime');
    const csr = await aNewCsr(paired);
    const renewed = await renewWith(paired.certificate, csr);
    expect(await renewWith(paired.certificate, csr)).toBe(renewed);
    await useAtConnector(renewed);
    expect(await renewWith(paired.certificate, csr)).toBe(renewed);
    expect((await recorded(paired)).certificate?.generation).toBe(2);
  });

  it('is made up for by another one, as often as the answer is lost', async () => {
    const paired = await connector.pair('runtime');
    const renewed = [await renew(paired), await renew(paired), await renew(paired)];
    expect(renewed).toEqual([isCertificate, isCertificate, isCertificate]);
    const { certificate, suspected } = await recorded(paired);
    expect(certificate).toMatchObject({
      generation: 4,
      fingerprint: fingerprint(renewed[2] ?? ''),
      follows: fingerprint(paired.certificate),
    });
    expect(suspected).toEqual({});
  });

  it('does not keep the one that made up for it from being renewed', async () => {
    const paired = await connector.pair('runtime');
    await renew(paired);
    const renewed = await renew(paired);
    await useAtDirector(renewed);
    expect(await renew(paired, renewed)).toEqual(isCertificate);
  });

  it('is no excuse for a new certificate out of the same request', async () => {
    const paired = await connector.pair('runtime');
    const csr = await aNewCsr(paired);
    const [first, second] = [await renewWith(paired.certificate, csr), await renewWith(paired.certificate, csr)];
    const third = await renewWith(second, csr);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('a copied key', () => {
  it.each([
    ['the Connector', useAtConnector],
    ['the Director', useAtDirector],
  ])('is suspected when a certificate is renewed again whose successor was used at %s', async (_, use) => {
    const paired = await connector.pair('runtime');
    const renewed = await renew(paired);
    await use(renewed);
    expect(await renew(paired)).toBe(successorInUse);
    const { certificate, suspected } = await recorded(paired);
    expect(certificate).toMatchObject({ generation: 2, fingerprint: fingerprint(renewed) });
    const { serialNumber, validToDate } = new X509Certificate(paired.certificate);
    expect(suspected).toEqual({
      [fingerprint(paired.certificate)]: {
        serialNumber: serialNumber.toLowerCase(),
        issuer: authorityIdOf(connector.root.anchor),
        notAfter: validToDate.toISOString(),
        reason: 'SUCCESSOR_IN_USE',
      },
    });
  });

  it('is suspected when a certificate is renewed whose successor was renewed', async () => {
    const paired = await connector.pair('runtime');
    await renew(paired, await renew(paired));
    expect(await renew(paired)).toBe(olderGeneration);
    expect((await recorded(paired)).suspected).toMatchObject({ [fingerprint(paired.certificate)]: { reason: 'OLDER_GENERATION' } });
  });

  it('is suspected when its owner renews what a thief renewed in its place', async () => {
    const paired = await connector.pair('runtime');
    const [owners, thiefs] = [await renew(paired), await renew(paired)];
    await useAtDirector(thiefs);
    expect(await renew(paired, owners)).toBe(replaced);
    expect((await recorded(paired)).suspected).toMatchObject({ [fingerprint(owners)]: { reason: 'REPLACED' } });
  });

  it('is noted once, however often it is tried', async () => {
    const paired = await connector.pair('runtime');
    await useAtConnector(await renew(paired));
    await renew(paired);
    const { version } = await recorded(paired);
    expect(await Promise.all([renew(paired), renew(paired)])).toEqual([successorInUse, successorInUse]);
    expect((await recorded(paired)).version).toBe(version);
  });

  it('gets no certificate by way of a token either, nor by one that the token was turned into', async () => {
    const paired = await connector.pair('runtime');
    await useAtConnector(await renew(paired));
    const token = async () =>
      (await connector.call(configurationQuery, { certificate: paired.certificate })).data.result.token.token as string;
    expect((await connector.sign(await token(), await aNewCsr(paired))).error).toBe(successorInUse);
    const { data } = await connector.configuration(await token());
    expect((await connector.sign(data.result.token.token, await aNewCsr(paired))).error).toBe(successorInUse);
    expect((await recorded(paired)).certificate?.generation).toBe(2);
  });

  it('leaves both certificates in use until an administrator decides', async () => {
    const paired = await connector.pair('runtime');
    const renewed = await renew(paired);
    await useAtConnector(renewed);
    await renew(paired);
    expect([await useAtConnector(paired.certificate), await useAtConnector(renewed)]).toEqual([undefined, undefined]);
    expect(await renew(paired, renewed)).toEqual(isCertificate);
  });
});

it('a copied key cannot keep its owner from coming back with a token of an administrator', async () => {
  const paired = await connector.pair('runtime');
  await useAtConnector(await renew(paired));
  const { token } = await reissueOneTimeToken(paired.owner, paired.authId, 'user/admin', connector.deps);
  expect(await useAtConnector(paired.certificate)).toBeUndefined();
  expect(await renew(paired)).toBe(successorInUse);
  expect((await connector.sign(token, await aNewCsr(paired))).error).toBeUndefined();
});

describe('a token that was obtained with a certificate', () => {
  const tokenFor = async (certificate: string) =>
    (await connector.call(configurationQuery, { certificate })).data.result.token.token as string;

  it('makes up for a renewal whose answer was lost', async () => {
    const paired = await connector.pair('runtime');
    const csr = await aNewCsr(paired);
    const renewed = await renewWith(paired.certificate, csr);
    const again = await connector.sign(await tokenFor(paired.certificate), csr);
    expect(decode(again.data.result.clientCertificate)).toBe(renewed);
    const other = await connector.sign(await tokenFor(paired.certificate), await aNewCsr(paired));
    expect(other.error).toBeUndefined();
    expect((await recorded(paired)).certificate?.follows).toBe(fingerprint(paired.certificate));
  });

  it('is gone when the certificate is renewed by another way meanwhile and that is in use', async () => {
    const paired = await connector.pair('runtime');
    const token = await tokenFor(paired.certificate);
    await useAtConnector(await renew(paired));
    expect((await connector.sign(token, await aNewCsr(paired))).error).toBe(tokenInvalid);
  });
});

describe('an exchange and renewals at the same moment', () => {
  it('record one generation each', async () => {
    for (let round = 0; round < 8; round++) {
      const paired = await connector.pair('runtime');
      const token = (await connector.call(configurationQuery, { certificate: paired.certificate })).data.result.token.token;
      const csrs = [await aNewCsr(paired), await aNewCsr(paired), await aNewCsr(paired)] as const;
      const answers = await Promise.all([
        connector.sign(token, csrs[0]).then(({ data, error }) => error ?? decode(data.result.clientCertificate)),
        renewWith(paired.certificate, csrs[1]),
        renewWith(paired.certificate, csrs[2]),
      ]);
      const given = answers.filter((answer) => answer.includes('BEGIN CERTIFICATE'));
      const { certificate, retired } = await recorded(paired);
      const generations = { ...retired, [certificate?.fingerprint ?? '']: certificate };
      expect(new Set(given.map((pem) => generations[fingerprint(pem)]?.generation)).size).toBe(given.length);
      expect(certificate?.generation).toBe(1 + given.length);
    }
  });

  it('by one request give one certificate', async () => {
    const paired = await connector.pair('runtime');
    const csr = await aNewCsr(paired);
    const answers = await Promise.all(Array.from({ length: 8 }, () => renewWith(paired.certificate, csr)));
    expect(new Set(answers).size).toBe(1);
    expect((await recorded(paired)).certificate?.generation).toBe(2);
  });
});

it('the Connector forgets what was suspected once the certificate has expired', async () => {
  const paired = await connector.pair('runtime');
  const renewed = await renew(paired);
  await useAtConnector(renewed);
  await renew(paired);
  connector.pass(days(5));
  const third = await renew(paired, renewed);
  connector.pass(days(4));
  await renew(paired, third);
  expect((await recorded(paired)).suspected).toEqual({});
});

it('the Connector explains every refusal to callers', () => {
  expect(connector.unexpected).toEqual([]);
});
