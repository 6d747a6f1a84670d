import type { X509Certificate as CheckedCertificate } from 'node:crypto';
import { clientCertificateFields } from '#shared/certificates/authorities/client-certificate.ts';
import { revocationListFields } from '#shared/certificates/authorities/revocation-list.ts';
import type { CertificateAuthority, ListingAuthority } from '#shared/certificates/certificate-authority.ts';
import { authorityIdOf, type TrustAnchors } from '#shared/certificates/trust-anchors.ts';
import { X509Certificate } from '#shared/certificates/x509.ts';
import { kmsRoot } from './kms-root.ts';
import type { KmsSigningKey } from './kms-signing-key.ts';

/** The authority's certificate is the trust anchor with this key. */
async function rootOf(key: KmsSigningKey, anchors: TrustAnchors): Promise<CheckedCertificate> {
  const [publicKey, certificates] = await Promise.all([key.publicKey(), anchors.certificates()]);
  const found = certificates.find((certificate) => certificate.publicKey.equals(publicKey));
  if (!found) throw new Error('the truststore holds no certificate for the key of the certificate authority');
  return found;
}

const parsed = (certificate: CheckedCertificate): X509Certificate => new X509Certificate(new Uint8Array(certificate.raw));

/** Signs with a key in KMS. Certificates name the URL of the revocation list, for other systems that check them. */
export function kmsAuthority(
  key: KmsSigningKey,
  anchors: TrustAnchors,
  listUrl: (authorityId: string) => string,
): CertificateAuthority & ListingAuthority & Required<Pick<CertificateAuthority, 'root'>> {
  const certificate = () => rootOf(key, anchors);
  return {
    issue: async (order) => {
      const root = await certificate();
      const issuer = parsed(root);
      const fields = await clientCertificateFields(order, issuer, listUrl(authorityIdOf(root)));
      return { pem: await key.certify(fields), issuers: [issuer.toString('pem')] };
    },
    certificate,
    issuers: async () => [parsed(await certificate()).toString('pem')],
    root: (published, clock) => kmsRoot(key, published, clock),
    signList: async (contents) => key.signList(await revocationListFields(contents, parsed(await certificate()))),
  };
}
