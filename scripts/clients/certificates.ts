import { X509Certificate } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDescription } from '#local/local-description.ts';
import { CRLDistributionPointsExtension, X509Certificate as ParsedCertificate, X509Crl } from '#shared/certificates/x509.ts';
import { ok, post, postSecurely } from '#test/support/clients.ts';
import { configurationQuery, signMutation } from '#test/support/pairing.ts';
import { aPaired, aToken, register } from '#test/support/registered.ts';
import { eventually } from '../demo/eventually.ts';
import type { CheckUse } from './client-check.ts';

/** The two things that a language does with certificates. Each works on files of the folder. */
interface CertificateClient {
  /** Makes a key, and a request for the subject (`O=..,OU=..,L=..,ST=..,C=..,CN=..`) as `request.pem`. */
  readonly request: (subject: string) => Promise<unknown>;
  /** Checks what `checkCertificates` says. */
  readonly verify: (files: CertificateFiles) => Promise<unknown>;
}

interface CertificateFiles {
  /** Takes calls with the certificate. */
  readonly directorUrl: string;
  /** Serial number of the revoked certificate, in hexadecimal. */
  readonly revokedSerial: string;
}

/** The body of a call that a certificate of an Application may make. */
export const viewerCall = JSON.stringify({ query: 'query { viewer { id type } }' });

/**
 * Has a client request a certificate, and then verify `chain.pem` up to `ca.pem`, find the certificate of `revoked.pem` (and not its own) in the
 * revocation list `list.crl`, which is DER and is also at the address in the certificates, and call the Director with its certificate.
 */
export async function checkCertificates({ system, folder }: CheckUse, client: CertificateClient): Promise<string> {
  const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
  await copyFile(system.caCertificate, join(folder, 'ca.pem'));
  await write('call.json', viewerCall);

  await write('chain.pem', await pairWith(system, client, folder));
  const revoked = await aPaired(system);
  ok(await postSecurely(system, system.mtlsConnectorUrl, revoked, 'mutation { result: revokeCertificate }'));
  await write('revoked.pem', revoked.certificateChain);
  const revokedSerial = new X509Certificate(revoked.certificateChain).serialNumber.toLowerCase();
  await write('list.crl', await listWith(revokedSerial, revoked.certificateChain));

  await client.verify({ directorUrl: system.mtlsDirectorUrl, revokedSerial });
  return 'requests a certificate, verifies it to the root, finds the revoked one in the list, calls the Director with it';
}

async function pairWith(system: LocalDescription, { request }: CertificateClient, folder: string): Promise<string> {
  const token = await aToken(system, 'Application', await register(system, 'Application'));
  const { result } = ok(await post(system.connectorUrl, configurationQuery, undefined, { 'connector-token': token }));
  await request(result.certificateSigningRequestInfo.subject);
  const csr = (await readFile(join(folder, 'request.pem'))).toString('base64');
  const signed = ok(await post(system.connectorUrl, signMutation, { csr }, { 'connector-token': result.token.token }));
  return Buffer.from(signed.result.certificateChain, 'base64').toString();
}

/** The list at the address in the certificate, once it names the serial number. */
function listWith(serial: string, certificateChain: string): Promise<Uint8Array> {
  const [point] = new ParsedCertificate(certificateChain).getExtension(CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const address = point?.distributionPoint?.fullName?.[0]?.uniformResourceIdentifier ?? '';
  return eventually(`the revoked certificate in the list at ${address}`, async () => {
    const answer = await fetch(address);
    const der = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && new X509Crl(der).entries.some(({ serialNumber }) => serialNumber === serial) ? der : undefined;
  });
}
