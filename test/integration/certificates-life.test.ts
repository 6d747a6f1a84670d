import { randomUUID, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { days, minutes } from '#shared/core/clock.ts';
import { aClientCertificate, aRoot } from '#test/support/client-certificates.ts';
import { type ConnectorWorld, configurationQuery, decode, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const revoke = (certificate: string) => connector.call('mutation { result: revokeCertificate }', { certificate });
const use = async (certificate: string) => (await connector.call(configurationQuery, { certificate })).error;
const renew = async ({ authId, certificate }: { authId: string; certificate: string }) => {
  const { encoded } = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
  const { data, error } = await connector.call(signMutation, { certificate, variables: { csr: encoded } });
  return { error, certificate: error ? '' : decode(data.result.clientCertificate) };
};

const refused = (why: string) => `CertificateInvalid: the client certificate ${why}`;

describe('with a certificate', () => {
  it('configuration answers its subject and a token that leads to a further certificate', async () => {
    const paired = await connector.pair();
    const { data } = await connector.call(configurationQuery, { certificate: paired.certificate });
    expect(data.result.certificateSigningRequestInfo.subject).toContain(`CN=${paired.authId}`);
    const { encoded } = await aCsr({ name: subjectOf(paired.authId), keys: await freshKeys('P-256') });
    const signed = await connector.sign(data.result.token.token, encoded);
    expect(signed.error).toBeUndefined();
    expect(await use(decode(signed.data.result.clientCertificate))).toBeUndefined();
    expect(await use(paired.certificate)).toBeUndefined();
  });

  it('a token in the same request is not looked at', async () => {
    const [{ certificate }, { token }] = [await connector.pair(), await connector.invite()];
    expect((await connector.call(configurationQuery, { certificate, token })).error).toBeUndefined();
    expect((await connector.call(configurationQuery, { certificate, token: 'nonsense' })).error).toBeUndefined();
    expect((await connector.configuration(token)).error).toBeUndefined();
  });

  it('a revoked one does not fall back on a token', async () => {
    const [{ certificate }, { token }] = [await connector.pair(), await connector.invite()];
    await revoke(certificate);
    expect((await connector.call(configurationQuery, { certificate, token })).error).toBe(refused('is revoked'));
  });
});

describe('renewal', () => {
  it('gives a certificate for a new key under the same subject, and leaves the one before valid', async () => {
    const paired = await connector.pair('runtime');
    const renewed = await renew(paired);
    expect(renewed.error).toBeUndefined();
    expect([await use(paired.certificate), await use(renewed.certificate)]).toEqual([undefined, undefined]);
    const auth = await connector.deps.auths.find(paired.owner, paired.authId);
    expect(auth?.certificate?.generation).toBe(2);
  });

  it('goes on from each certificate of the System Auth', async () => {
    const paired = await connector.pair('runtime');
    let latest = paired;
    for (let round = 0; round < 3; round++) {
      const { error, certificate } = await renew(latest);
      expect(error).toBeUndefined();
      latest = { ...paired, certificate };
    }
    expect((await connector.deps.auths.find(paired.owner, paired.authId))?.certificate?.generation).toBe(4);
  });

  it('takes only the subject of the certificate that is presented', async () => {
    const [paired, other] = [await connector.pair(), await connector.pair()];
    expect((await renew({ ...other, certificate: paired.certificate })).error).toContain('CSR: Invalid common name provided.');
  });

  it('at the same time leads to one next generation', async () => {
    const paired = await connector.pair('runtime');
    const answers = await Promise.all(Array.from({ length: 8 }, () => renew(paired)));
    const errors = answers.map(({ error }) => error).filter((error) => error !== undefined);
    expect(answers.length - errors.length).toBeGreaterThanOrEqual(1);
    expect(new Set(errors)).toEqual(
      new Set(errors.length > 0 ? ['ConcurrentUpdate: the object was changed at the same time: read it again and repeat the request'] : []),
    );
    const auth = await connector.deps.auths.find(paired.owner, paired.authId);
    expect(auth?.certificate?.generation).toBe(1 + answers.length - errors.length);
  });

  it('is too late once the certificate has expired', async () => {
    const paired = await connector.pair('runtime');
    connector.pass(days(7) - minutes(1));
    const renewed = await renew(paired);
    connector.pass(minutes(2));
    expect((await renew(paired)).error).toBe(refused('has expired'));
    expect((await renew({ ...paired, certificate: renewed.certificate })).error).toBeUndefined();
  });
});

describe('revocation', () => {
  it('refuses the certificate from the next request on, and only it', async () => {
    const paired = await connector.pair();
    const [renewed, second] = [await renew(paired), await connector.invite('application', paired.owner)];
    const { encoded } = await aCsr({ name: subjectOf(second.authId) });
    const other = decode((await connector.sign(second.token, encoded)).data.result.clientCertificate);
    expect((await revoke(paired.certificate)).data).toEqual({ result: true });
    expect(await use(paired.certificate)).toBe(refused('is revoked'));
    expect((await renew(paired)).error).toBe(refused('is revoked'));
    expect((await revoke(paired.certificate)).error).toBe(refused('is revoked'));
    expect([await use(renewed.certificate), await use(other)]).toEqual([undefined, undefined]);
  });

  it('takes the token with it that the certificate was used to get', async () => {
    const paired = await connector.pair();
    const { data } = await connector.call(configurationQuery, { certificate: paired.certificate });
    await revoke(paired.certificate);
    const { encoded } = await aCsr({ name: subjectOf(paired.authId), keys: await freshKeys('P-256') });
    for (const { error } of [
      await connector.configuration(data.result.token.token),
      await connector.sign(data.result.token.token, encoded),
    ])
      expect(error).toContain('TokenInvalid');
  });

  it('is recorded with the serial number and the issuer, by which the authority knows it, also of a certificate that was renewed', async () => {
    const paired = await connector.pair();
    const renewed = await renew(paired);
    for (const { certificate } of [paired, renewed]) await revoke(certificate);
    const auth = await connector.deps.auths.find(paired.owner, paired.authId);
    const serials = [paired, renewed].map(({ certificate }) => new X509Certificate(certificate).serialNumber.toLowerCase());
    const issuer = authorityIdOf(connector.root.anchor);
    expect(Object.values(auth?.revoked ?? {})).toEqual(
      expect.arrayContaining(serials.map((serialNumber) => expect.objectContaining({ serialNumber, issuer }))),
    );
  });

  it('of every certificate leaves a pairing that a new token brings back', async () => {
    const paired = await connector.pair();
    await revoke(paired.certificate);
    const { token, authId } = await connector.invite('application', paired.owner);
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    const { data } = await connector.sign(token, encoded);
    expect(await use(decode(data.result.clientCertificate))).toBeUndefined();
  });
});

describe('a certificate is refused when', () => {
  it('its owner was unregistered', async () => {
    const { owner, certificate } = await connector.pair();
    await connector.unregister(owner);
    expect(await use(certificate)).toBe('CertificateInvalid: the System Auth of the client certificate was deleted');
  });

  it('it has expired', async () => {
    const { certificate } = await connector.pair('runtime');
    connector.pass(days(7));
    expect(await use(certificate)).toBe(refused('has expired'));
  });

  it('another authority signed it, even under the same name and for an existing System Auth', async () => {
    const { owner, authId } = await connector.pair();
    const impostor = await aRoot('P-256');
    const forged = await aClientCertificate(impostor, { name: subjectOf(authId), uris: [ownerUri(owner)] });
    expect(await use(forged)).toBe(refused('was not issued here'));
  });

  it('our authority signed it for a System Auth of another owner or tenant', async () => {
    const [one, other] = [await connector.pair(), await connector.pair()];
    const now = connector.deps.clock();
    const dates = { notBefore: now, notAfter: new Date(now.getTime() + days(1)) };
    for (const [uri, authId] of [
      [ownerUri(other.owner), one.authId],
      [ownerUri({ ...one.owner, tenant: other.owner.tenant }), one.authId],
      [ownerUri({ ...one.owner, kind: 'runtime' }), one.authId],
      [ownerUri(one.owner), randomUUID()],
    ] as const) {
      const certificate = await aClientCertificate(connector.root, { name: subjectOf(authId), uris: [uri], ...dates });
      expect(await use(certificate)).toBe('CertificateInvalid: the System Auth of the client certificate was deleted');
    }
  });

  it('its System Auth never got one', async () => {
    const { owner, authId } = await connector.invite();
    const now = connector.deps.clock();
    const dates = { notBefore: now, notAfter: new Date(now.getTime() + days(1)) };
    const certificate = await aClientCertificate(connector.root, { name: subjectOf(authId), uris: [ownerUri(owner)], ...dates });
    expect(await use(certificate)).toBe(refused('is not recorded here'));
  });

  it('a header claims it', async () => {
    const { certificate, authId } = await connector.pair();
    const headers = {
      'Client-Id-From-Certificate': authId,
      'Client-Id-From-Token': authId,
      'Client-Certificate-Hash': 'x',
      'Subject-From-Certificate': `CN=${authId}`,
      'x-forwarded-client-cert': encodeURIComponent(certificate),
      'x-amzn-mtls-clientcert': encodeURIComponent(certificate),
    };
    const { error } = await connector.call(configurationQuery, { headers });
    expect(error).toBe('Unauthorized: Failed to authenticate request. neither a one-time token nor a client certificate was presented');
  });
});

it('the Connector explains every refusal to callers', () => {
  expect(connector.unexpected).toEqual([]);
});
