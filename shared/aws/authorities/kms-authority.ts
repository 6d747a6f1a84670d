import type { X509Certificate as CheckedCertificate } from 'node:crypto';
import { clientCertificateFields } from '#shared/certificates/authorities/client-certificate.ts';
import { revocationListFields } from '#shared/certificates/authorities/revocation-list.ts';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import type { ListSigner } from '#shared/certificates/revocation/list-signer.ts';
import { authorityIdOf, type TrustAnchors } from '#shared/certificates/trust-anchors.ts';
import { X509Certificate } from '#shared/certificates/x509.ts';
import type { KmsSigningKey } from './kms-signing-key.ts';

/** Its certificate is the one among the trust anchors that has this key: others may be trusted beside it. */
async function rootOf(key: KmsSigningKey, anchors: TrustAnchors): Promise<CheckedCertificate> {
  const [publicKey, certificates] = await Promise.all([key.publicKey(), anchors.certificates()]);
  const found = certificates.find((certificate) => certificate.publicKey.equals(publicKey));
  if (!found) throw new Error('the truststore holds no certificate for the key of the certificate authority');
  return found;
}

const parsed = (certificate: CheckedCertificate): X509Certificate => new X509Certificate(new Uint8Array(certificate.raw));

/** Signs with a key in KMS. Certificates name where the list of revoked ones is, for whoever checks them elsewhere. */
export function kmsAuthority(key: KmsSigningKey, anchors: TrustAnchors, listUrl: (authorityId: string) => string): CertificateAuthority {
  return {
    issue: async (order) => {
      const root = await rootOf(key, anchors);
      const issuer = parsed(root);
      const fields = await clientCertificateFields(order, issuer, listUrl(authorityIdOf(root)));
      return { pem: await key.certify(fields), issuers: [issuer.toString('pem')] };
    },
    issuers: async () => [parsed(await rootOf(key, anchors)).toString('pem')],
  };
}

export function kmsListSigner(key: KmsSigningKey, anchors: TrustAnchors): ListSigner {
  const issuer = () => rootOf(key, anchors);
  return {
    issuer,
    sign: async (contents) => key.signList(await revocationListFields(contents, parsed(await issuer()))),
  };
}
