import { randomBytes } from 'node:crypto';
import type { CertificateOrder } from '../certificate-authority.ts';
import { ownerUri } from '../certificate-identity.ts';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
} from '../x509.ts';

/** Everything in a client certificate but its signature, for the authorities that build certificates themselves. */
export async function clientCertificateFields(
  { csr, owner, notBefore, notAfter }: CertificateOrder,
  issuer: X509Certificate,
  revocationList: string,
) {
  return {
    serialNumber: randomSerial(),
    subject: csr.request.subjectName,
    issuer: issuer.subjectName,
    notBefore,
    notAfter,
    publicKey: csr.request.publicKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension([{ type: 'url', value: ownerUri(owner) }]),
      new CRLDistributionPointsExtension([revocationList]),
      await SubjectKeyIdentifierExtension.create(csr.request.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  };
}

/** 128 random bits; the top bit is cleared so that the number is positive without a leading zero byte. */
export function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
