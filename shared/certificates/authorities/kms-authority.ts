import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import type { CertificateAuthority } from '../certificate-authority.ts';
import type { TrustAnchors } from '../trust-anchors.ts';
import { clientCertificateFields } from './client-certificate.ts';
import type { KmsSigningKey } from './kms-signing-key.ts';

/** Signs with a key in KMS. Its certificate is the one among the trust anchors that has this key: others may be trusted beside it. */
export function kmsAuthority(key: KmsSigningKey, anchors: TrustAnchors): CertificateAuthority {
  const root = async (): Promise<X509Certificate> => {
    const [publicKey, certificates] = await Promise.all([key.publicKey(), anchors.certificates()]);
    const found = certificates.find((certificate) => certificate.publicKey.equals(publicKey));
    if (!found) throw new Error('the truststore holds no certificate for the key of the certificate authority');
    return new X509Certificate(new Uint8Array(found.raw));
  };
  return {
    issue: async (order) => {
      const issuer = await root();
      const fields = await clientCertificateFields(order, issuer);
      return { pem: await key.certify(fields), issuers: [issuer.toString('pem')] };
    },
    issuers: async () => [(await root()).toString('pem')],
    // Every request reads the revocations of its System Auth; there is no list of its own to tell.
    revoke: async () => undefined,
  };
}
