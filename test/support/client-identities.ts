import { readFile } from 'node:fs/promises';
import * as x509 from '#shared/certificates/x509.ts';

export interface ClientIdentity {
  readonly key: string;
  readonly cert: string;
}

const clientKeys = { name: 'ECDSA', namedCurve: 'P-256' };
const authorityKeys = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** A client with a certificate that the authority in the PEM file signed. */
export async function aClientOf(
  authorityFile: string,
  subject: string,
  { notAfter = new Date(Date.now() + 3_600_000) } = {},
): Promise<ClientIdentity> {
  const [keyPem = '', certificatePem = ''] = [
    ...(await readFile(authorityFile, 'utf8')).matchAll(/-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g),
  ].map(([block]) => block);
  const keys = await crypto.subtle.generateKey(clientKeys, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: new x509.X509Certificate(certificatePem).subject,
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter,
    publicKey: keys.publicKey,
    signingKey: await crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(keyPem), authorityKeys, false, ['sign']),
    signingAlgorithm: authorityKeys,
    extensions: [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])],
  });
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), x509.PemConverter.PrivateKeyTag);
  return { key, cert: certificate.toString('pem') };
}
