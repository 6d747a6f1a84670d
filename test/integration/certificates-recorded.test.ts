import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#functions/director/authentication.ts';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { legacyPaths } from '#shared/pairing/compat/legacy-paths.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { aClientCertificate, type ClientCertificateWish } from '#test/support/client-certificates.ts';
import { type ConfigurationWorld, configurationWorld } from '#test/support/configuration-world.ts';
import { type ConnectorWorld, configurationQuery, decode, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { restorable } from '#test/support/restorable-table.ts';

let dynamo: Dynamo;
let connector: ConnectorWorld;
let director: ConfigurationWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
  director = await configurationWorld(dynamo, { anchors: connector.deps.anchors, clock: connector.deps.clock });
});
afterAll(() => connector.stop());

interface Holder {
  readonly owner: Owner;
  readonly authId: string;
}

const fingerprint = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
const recorded = async ({ owner, authId }: Holder) =>
  (await connector.deps.auths.find(owner, authId)) ?? expect.fail('the System Auth is gone');

/** A certificate that the authority's key signed, though the Connector never issued it. */
const forged = ({ owner, authId }: Holder, wish: ClientCertificateWish = {}) =>
  aClientCertificate(connector.root, { name: subjectOf(authId), uris: [ownerUri(owner)], ...wish });

/** `code: message` of the refusal, by each way that a certificate is looked at. */
async function answers(certificate: string, { owner, authId }: Holder) {
  const csr = (await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') })).encoded;
  const graphql = async (query: string, variables = {}) => (await connector.call(query, { certificate, variables })).error;
  const poll = await director.poll(owner.kind, owner.id, { certificate });
  const legacy = await connector.legacy(`GET ${legacyPaths.managementInfo}`, { certificate });
  return {
    configuration: await graphql(configurationQuery),
    renewal: await graphql(signMutation, { csr }),
    revocation: await graphql('mutation { result: revokeCertificate }'),
    'pairing without GraphQL': legacy.status,
    director: await contextOf(anApiEvent({ certificate }), director.deps).then(
      () => undefined,
      (error) => `${error.code}: ${error.message}`,
    ),
    poll: poll.status,
  };
}

const refusedBy = (error: string) => ({
  configuration: error,
  renewal: error,
  revocation: error,
  'pairing without GraphQL': 403,
  director: error,
  poll: 401,
});
const notRecorded = refusedBy('CertificateInvalid: the client certificate is not recorded here');
const replaced = refusedBy(
  'CertificateSuperseded: another client certificate was issued instead of this one: pair again with a new one-time token',
);

async function renewed({ authId, certificate }: Holder & { certificate: string }): Promise<string> {
  const { encoded } = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
  const { data, error } = await connector.call(signMutation, { certificate, variables: { csr: encoded } });
  if (error) throw new Error(error);
  return decode(data.result.clientCertificate);
}
const isUsed = async (certificate: string) => (await connector.call(configurationQuery, { certificate })).error;

describe('a certificate that the key of the authority signed and the Connector never issued', () => {
  it.each<OwnerKind>(['application', 'runtime'])('is refused everywhere for an %s that has another', async (kind) => {
    const paired = await connector.pair(kind);
    const certificate = await forged(paired);
    expect(await answers(certificate, paired)).toEqual(notRecorded);
    expect(await isUsed(paired.certificate)).toBeUndefined();
  });

  it('is refused with the key of the certificate that was issued, too', async () => {
    const paired = await connector.pair('runtime');
    const { keys } = paired.csr;
    expect(await answers(await forged(paired, { keys }), paired)).toEqual(notRecorded);
  });

  it('is refused while the pairing waits for its certificate', async () => {
    const invited = await connector.invite('runtime');
    expect(await answers(await forged(invited), invited)).toEqual(notRecorded);
    const { encoded } = await aCsr({ name: subjectOf(invited.authId) });
    expect((await connector.sign(invited.token, encoded)).error).toBeUndefined();
  });

  it('is refused in the name of an owner that has other System Auths', async () => {
    const [paired, other] = [await connector.pair('runtime'), await connector.pair('runtime')];
    const nobody = refusedBy('CertificateInvalid: the System Auth of the client certificate was deleted');
    const mixed = { owner: paired.owner, authId: other.authId };
    expect(await answers(await forged(mixed), mixed)).toEqual(nobody);
  });

  it('is noted as a suspicion, once, which leaves what was issued in use', async () => {
    const paired = await connector.pair('runtime');
    const certificate = await forged(paired);
    await answers(certificate, paired);
    const { suspected, version } = await recorded(paired);
    const { serialNumber, validToDate } = new X509Certificate(certificate);
    expect(suspected).toEqual({
      [fingerprint(certificate)]: {
        serialNumber: serialNumber.toLowerCase(),
        issuer: authorityIdOf(connector.root.anchor),
        notAfter: validToDate.toISOString(),
        reason: 'NOT_RECORDED',
      },
    });
    await answers(certificate, paired);
    expect((await recorded(paired)).version).toBe(version);
    expect(await isUsed(await renewed(paired))).toBeUndefined();
  });

  it('does not fill the System Auth up, however many there are', async () => {
    const paired = await connector.pair('runtime');
    for (let count = 0; count < 52; count++) await isUsed(await forged(paired, { keys: paired.csr.keys }));
    expect(Object.keys((await recorded(paired)).suspected)).toHaveLength(50);
  });
});

describe('the certificates of a System Auth', () => {
  it('are in use from the latest to the first that has not ended', async () => {
    const paired = await connector.pair('runtime');
    const second = await renewed(paired);
    await isUsed(second);
    const third = await renewed({ ...paired, certificate: second });
    expect([await isUsed(paired.certificate), await isUsed(second), await isUsed(third)]).toEqual([undefined, undefined, undefined]);
  });

  it('are in use as earlier versions recorded them, which say nothing of what was replaced', async () => {
    const paired = await connector.pair('runtime');
    await renewed(paired);
    const { retired } = await recorded(paired);
    expect(Object.keys(retired[fingerprint(paired.certificate)] ?? {}).sort()).toEqual([
      'generation',
      'issuer',
      'notAfter',
      'serialNumber',
    ]);
    expect(await isUsed(paired.certificate)).toBeUndefined();
  });

  it('are refused once more than fifty came after them', async () => {
    const paired = await connector.pair('runtime');
    let latest = paired.certificate;
    const next = async () => {
      latest = await renewed({ ...paired, certificate: latest });
    };
    for (let count = 0; count < 50; count++) await next();
    expect(await isUsed(paired.certificate)).toBeUndefined();
    await next();
    expect(await answers(paired.certificate, paired)).toEqual(notRecorded);
    expect(await isUsed(latest)).toBeUndefined();
  });
});

describe('a certificate that another was issued instead of', () => {
  it('is refused everywhere, and its use a suspicion', async () => {
    const paired = await connector.pair('runtime');
    const lost = await renewed(paired);
    const latest = await renewed(paired);
    expect(await answers(lost, paired)).toEqual(replaced);
    expect((await recorded(paired)).suspected).toMatchObject({ [fingerprint(lost)]: { reason: 'REPLACED' } });
    expect([await isUsed(paired.certificate), await isUsed(latest)]).toEqual([undefined, undefined]);
  });

  it('stays refused when the one that came instead of it is renewed', async () => {
    const paired = await connector.pair('runtime');
    const lost = await renewed(paired);
    const latest = await renewed(paired);
    await isUsed(latest);
    await renewed({ ...paired, certificate: latest });
    expect(await answers(lost, paired)).toEqual(replaced);
  });
});

describe('a table that is restored to an earlier point', () => {
  it('lets in holders of certificates that were issued by then', async () => {
    const paired = await connector.pair('runtime');
    const second = await renewed(paired);
    const restore = await restorable(dynamo);
    await isUsed(second);
    await restore();
    expect([await isUsed(paired.certificate), await isUsed(second)]).toEqual([undefined, undefined]);
  });

  it('refuses what was issued since, though the authority signed it, until its owner has paired again', async () => {
    const paired = await connector.pair('runtime');
    const restore = await restorable(dynamo);
    const unknown = await renewed(paired);
    await restore();
    expect(await answers(unknown, paired)).toEqual(notRecorded);
    expect((await recorded(paired)).suspected).toMatchObject({ [fingerprint(unknown)]: { reason: 'NOT_RECORDED' } });
    const { token } = await connector.reinvite(paired);
    const { encoded } = await aCsr({ name: subjectOf(paired.authId), keys: await freshKeys('P-256') });
    const { data } = await connector.sign(token, encoded);
    expect(await isUsed(decode(data.result.clientCertificate))).toBeUndefined();
  });

  it('refuses what was issued since to those that were paired since, too', async () => {
    const owner = await connector.register('runtime');
    const restore = await restorable(dynamo);
    const { token, authId } = await connector.invite('runtime', owner);
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    const certificate = decode((await connector.sign(token, encoded)).data.result.clientCertificate);
    await restore();
    expect(await isUsed(certificate)).toBe('CertificateInvalid: the System Auth of the client certificate was deleted');
  });
});

it('the Connector forgets the suspicion of a certificate that has ended', async () => {
  const paired = await connector.pair('runtime');
  const now = connector.deps.clock();
  const certificate = await forged(paired, { notBefore: later(now, -minutes(5)), notAfter: later(now, minutes(5)) });
  await isUsed(certificate);
  connector.pass(days(2));
  await renewed(paired);
  expect((await recorded(paired)).suspected).toEqual({});
});
