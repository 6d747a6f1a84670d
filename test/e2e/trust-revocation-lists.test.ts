import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CRLDistributionPointsExtension, X509Certificate as ParsedCertificate, X509Crl } from '#shared/certificates/x509.ts';
import { administrator, ok, postSecurely } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { itWithOpenssl, openssl } from '#test/support/openssl.ts';
import type { Paired } from '#test/support/pairing.ts';
import { aPaired } from '#test/support/registered.ts';

const system = inject('system');
const { director } = administrator(system);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-crl-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The list at the address in a certificate. */
async function listFor({ certificateChain }: Pick<Paired, 'certificateChain'>) {
  const [point] = new ParsedCertificate(certificateChain).getExtension(CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const response = await fetch(point?.distributionPoint?.fullName?.[0]?.uniformResourceIdentifier ?? expect.fail('no address'));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pkix-crl']);
  return new X509Crl(await response.arrayBuffer());
}

const serialOf = ({ certificateChain }: Pick<Paired, 'certificateChain'>) =>
  new X509Certificate(certificateChain).serialNumber.toLowerCase();

const listed = (paired: Pick<Paired, 'certificateChain'>) =>
  eventually(async () => {
    const list = await listFor(paired);
    expect(list.entries.map(({ serialNumber }) => serialNumber)).toContain(serialOf(paired));
    return list;
  });

describe('the revocation list', () => {
  it('is at the address that every certificate names, though nothing was revoked', async () => {
    const paired = await aPaired(system);
    const list = await eventually(() => listFor(paired));
    expect(list.entries.map(({ serialNumber }) => serialNumber)).not.toContain(serialOf(paired));
    expect(list.nextUpdate?.getTime()).toBeGreaterThan(Date.now());
  });

  it('names what its holder revoked', async () => {
    const paired = await aPaired(system);
    ok(await postSecurely(system, system.mtlsConnectorUrl, paired, 'mutation { result: revokeCertificate }'));
    await listed(paired);
  });

  it.each(['Application', 'Runtime'] as const)('names the certificates of an unregistered %s', async (kind) => {
    const paired = await aPaired(system, kind);
    await director(`mutation { unregister${kind}(id: "${paired.id}") { id } }`);
    await listed(paired);
  });

  it('names the certificate of a deleted System Auth', async () => {
    const paired = await aPaired(system);
    await director(`mutation { deleteSystemAuthForApplication(authID: "${paired.authId}") { id } }`);
    await listed(paired);
  });

  itWithOpenssl('has openssl refuse a revoked certificate and accept another', async () => {
    const [revoked, valid] = [await aPaired(system), await aPaired(system)];
    ok(await postSecurely(system, system.mtlsConnectorUrl, revoked, 'mutation { result: revokeCertificate }'));
    const list = await listed(revoked);
    await writeFile(join(folder, 'list.crl'), Buffer.from(list.rawData));
    openssl(folder, 'crl', '-inform', 'DER', '-in', 'list.crl', '-out', 'list.pem');
    const verify = async ({ certificateChain }: Paired) => {
      await writeFile(join(folder, 'client.pem'), certificateChain);
      return openssl(folder, 'verify', '-crl_check', '-CRLfile', 'list.pem', '-CAfile', system.caCertificate, 'client.pem').text;
    };
    expect(await verify(revoked)).toContain('certificate revoked');
    expect(await verify(valid)).toBe('client.pem: OK\n');
  });
});
