import { X509Certificate } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, ok, postSecurely, type WireAnswer } from '#test/support/clients.ts';
import { configurationQuery, makeCsr, pair, signMutation } from '#test/support/pairing.ts';
import { aPaired, aToken } from '#test/support/registered.ts';

const system = inject('system');
const { director } = administrator(system);

const atConnector = (identity: ClientIdentity, query = configurationQuery, variables = {}) =>
  postSecurely(system, system.mtlsConnectorUrl, identity, query, variables);
const atDirector = (identity: ClientIdentity, headers = {}) =>
  postSecurely(system, system.mtlsDirectorUrl, identity, '{ viewer { id type } }', undefined, headers);

const outcome = ({ status, errors }: WireAnswer) => errors.map(({ message, extensions }) => `${status} ${extensions?.error}: ${message}`);

async function renewed({ subject, ...identity }: ClientIdentity & { subject: string }): Promise<ClientIdentity> {
  const csr = await makeCsr(subject);
  const { result } = ok(await atConnector(identity, signMutation, { csr: csr.encoded }));
  return { key: csr.key, certificateChain: Buffer.from(result.certificateChain, 'base64').toString() };
}

describe.each(['Application', 'Runtime'] as const)('a paired %s', (kind) => {
  const type = kind.toUpperCase();

  it('renews its certificate for a new key over mutual TLS, and keeps the one before', async () => {
    const paired = await aPaired(system, kind);
    const { result } = ok(await atConnector(paired));
    expect(result.certificateSigningRequestInfo.subject).toBe(paired.subject);
    const next = await renewed(paired);
    const [before, after] = [paired, next].map(({ certificateChain }) => new X509Certificate(certificateChain));
    expect(after?.subject).toBe(before?.subject);
    expect(after?.serialNumber).not.toBe(before?.serialNumber);
    expect(after?.publicKey.equals(before?.publicKey ?? expect.fail())).toBe(false);
    for (const identity of [paired, next]) expect(ok(await atDirector(identity)).viewer).toEqual({ id: paired.id, type });
  });

  it('is refused at Connector and Director right after it revoked its certificate; its other certificates work', async () => {
    const paired = await aPaired(system, kind);
    const [next, other] = [await renewed(paired), await pair(system, await aToken(system, kind, paired.id))];
    for (const identity of [paired, next, other]) expect(ok(await atDirector(identity)).viewer.id).toBe(paired.id);
    expect(ok(await atConnector(paired, 'mutation { result: revokeCertificate }'))).toEqual({ result: true });
    expect(outcome(await atConnector(paired))).toEqual(['200 CertificateInvalid: the client certificate is revoked']);
    expect(outcome(await atDirector(paired))).toEqual(['401 CertificateInvalid: the client certificate is revoked']);
    for (const identity of [next, other]) {
      expect(ok(await atDirector(identity)).viewer).toEqual({ id: paired.id, type });
      expect(ok(await atConnector(identity)).result.token.token).toMatch(/^cmp_/);
    }
  });

  it('is refused at once after it was unregistered', async () => {
    const paired = await aPaired(system, kind);
    expect(ok(await atDirector(paired)).viewer.id).toBe(paired.id);
    await director(`mutation { unregister${kind}(id: "${paired.id}") { id } }`);
    expect(outcome(await atConnector(paired))).toEqual(['200 CertificateInvalid: the System Auth of the client certificate was deleted']);
    expect(outcome(await atDirector(paired))).toEqual(['401 CertificateInvalid: the System Auth of the client certificate was deleted']);
  });

  it('belongs to its tenant, whatever the header says', async () => {
    const [own = '', foreign = ''] = system.tenants;
    const paired = await aPaired(system, kind);
    expect(outcome(await atDirector(paired, { tenant: foreign }))).toEqual([
      `400 TenantNotFound: Tenant not found [externalTenant=${foreign}]`,
    ]);
    for (const headers of [{ tenant: own }, {}]) expect(ok(await atDirector(paired, headers)).viewer.id).toBe(paired.id);
  });

  it('does not get another identity by a bearer token in the same request', async () => {
    const paired = await aPaired(system, kind);
    expect(ok(await atDirector(paired, administrator(system).headers)).viewer).toEqual({ id: paired.id, type });
  });
});
