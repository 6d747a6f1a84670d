import { X509Certificate } from 'node:crypto';
import {
  type ACMPCAClient,
  GetCertificateAuthorityCertificateCommand,
  GetCertificateCommand,
  IssueCertificateCommand,
  type IssueCertificateCommandInput,
  waitUntilCertificateIssued,
} from '@aws-sdk/client-acm-pca';
import type { CertificateAuthority, CertificateOrder } from '#shared/certificates/certificate-authority.ts';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';

/** Issues end-entity certificates for client authentication whose alternative name we set, not the CSR. */
export const clientTemplate = 'arn:aws:acm-pca:::template/EndEntityClientAuthCertificate_APIPassthrough/V1';

/** The gateway gives up at 29 s; ACM PCA answers within a few. */
const longestWaitSeconds = 20;

export interface AcmPca {
  readonly client: ACMPCAClient;
  readonly authorityArn: string;
  /** Algorithm of the authority's own key; the certificate's key may be of another kind. */
  readonly signingAlgorithm: 'SHA256WITHRSA' | 'SHA256WITHECDSA' | 'SHA384WITHECDSA';
}

/** Has AWS Private CA sign: asynchronous there, so it asks until the certificate is there. */
export function acmPcaAuthority({ client, authorityArn, signingAlgorithm }: AcmPca): CertificateAuthority {
  const issue: CertificateAuthority['issue'] = async (order) => {
    const { CertificateArn } = await client.send(
      new IssueCertificateCommand({ CertificateAuthorityArn: authorityArn, SigningAlgorithm: signingAlgorithm, ...requestOf(order) }),
    );
    const wanted = { CertificateAuthorityArn: authorityArn, CertificateArn };
    await waitUntilCertificateIssued({ client, maxWaitTime: longestWaitSeconds, minDelay: 1, maxDelay: 3 }, wanted);
    const { Certificate, CertificateChain } = await client.send(new GetCertificateCommand(wanted));
    if (!Certificate || !CertificateChain) throw new Error(`ACM PCA gave no certificate for ${CertificateArn}`);
    return { pem: Certificate, issuers: pemsOf(CertificateChain) };
  };

  return {
    issue,
    issuers: () => acmPcaIssuers(client, authorityArn),
  };
}

/** The certificate of an ACM private certificate authority and those above it; nothing while it has none. */
export async function acmPcaIssuers(client: ACMPCAClient, authorityArn: string): Promise<string[]> {
  const answer = await client.send(new GetCertificateAuthorityCertificateCommand({ CertificateAuthorityArn: authorityArn }));
  return pemsOf(`${answer.Certificate ?? ''}\n${answer.CertificateChain ?? ''}`);
}

/** Its own certificate. Throws while it has none. */
export async function acmPcaCertificate(client: ACMPCAClient, authorityArn: string): Promise<X509Certificate> {
  const [own] = await acmPcaIssuers(client, authorityArn);
  if (!own) throw new Error(`${authorityArn} has no certificate yet`);
  return new X509Certificate(own);
}

function requestOf({
  csr,
  owner,
  notBefore,
  notAfter,
}: CertificateOrder): Omit<IssueCertificateCommandInput, 'CertificateAuthorityArn' | 'SigningAlgorithm'> {
  return {
    Csr: Buffer.from(csr.pem),
    TemplateArn: clientTemplate,
    ValidityNotBefore: { Type: 'ABSOLUTE', Value: Math.floor(notBefore.getTime() / 1000) },
    Validity: { Type: 'ABSOLUTE', Value: Math.floor(notAfter.getTime() / 1000) },
    // A repeat within five minutes, after a lost answer, gets the certificate that was issued then.
    IdempotencyToken: csr.digest.slice(0, 36),
    ApiPassthrough: { Extensions: { SubjectAlternativeNames: [{ UniformResourceIdentifier: ownerUri(owner) }] } },
  };
}

const pemsOf = (bundle: string): string[] => certificatesOf(bundle).map((certificate) => certificate.toString().trim());
