import { X509Certificate } from 'node:crypto';
import {
  type ACMPCAClient,
  GetCertificateAuthorityCertificateCommand,
  GetCertificateCommand,
  IssueCertificateCommand,
  type IssueCertificateCommandInput,
  RequestAlreadyProcessedException,
  RevokeCertificateCommand,
  waitUntilCertificateIssued,
} from '@aws-sdk/client-acm-pca';
import type { CertificateAuthority, CertificateOrder } from '#shared/certificates/certificate-authority.ts';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';

type SigningAlgorithm = Extract<NamedAuthority, { kind: 'acm-pca' }>['signingAlgorithm'];

/** Template for end-entity certificates for client authentication. The request to ACM PCA sets the alternative name, not the CSR. */
export const clientTemplate = 'arn:aws:acm-pca:::template/EndEntityClientAuthCertificate_APIPassthrough/V1';

/** The gateway gives up at 29 s; ACM PCA answers within a few. */
const maxWaitSeconds = 20;

export interface AcmPca {
  readonly client: ACMPCAClient;
  readonly arn: string;
  /** Algorithm of the authority's own key; the certificate's key may be of another kind. */
  readonly signingAlgorithm: SigningAlgorithm;
  /** False for a short-lived authority, which revokes nothing: its certificates end within a week. */
  readonly revocable: boolean;
}

/**
 * Signs with AWS Private CA, which is asynchronous: polls until the certificate is available. ACM PCA publishes revocations by its own lists or OCSP.
 */
export function acmPcaAuthority({ client, arn, signingAlgorithm, revocable }: AcmPca): CertificateAuthority {
  const issue: CertificateAuthority['issue'] = async (order) => {
    const { CertificateArn } = await client.send(
      new IssueCertificateCommand({ CertificateAuthorityArn: arn, SigningAlgorithm: signingAlgorithm, ...requestOf(order) }),
    );
    const wanted = { CertificateAuthorityArn: arn, CertificateArn };
    await waitUntilCertificateIssued({ client, maxWaitTime: maxWaitSeconds, minDelay: 1, maxDelay: 3 }, wanted);
    const { Certificate, CertificateChain } = await client.send(new GetCertificateCommand(wanted));
    if (!Certificate || !CertificateChain) throw new Error(`ACM PCA returned no certificate for ${CertificateArn}`);
    return { pem: Certificate, issuers: pemsOf(CertificateChain) };
  };

  const issuers = async (): Promise<string[]> => {
    const answer = await client.send(new GetCertificateAuthorityCertificateCommand({ CertificateAuthorityArn: arn }));
    return pemsOf(`${answer.Certificate ?? ''}\n${answer.CertificateChain ?? ''}`);
  };

  const certificate = async (): Promise<X509Certificate> => {
    const [own] = await issuers();
    if (!own) throw new Error(`${arn} has no certificate yet`);
    return new X509Certificate(own);
  };

  const revoke: CertificateAuthority['revoke'] = async ({ serialNumber }) => {
    const revoked = { CertificateAuthorityArn: arn, CertificateSerial: serialNumber } as const;
    try {
      await client.send(new RevokeCertificateCommand({ ...revoked, RevocationReason: 'CESSATION_OF_OPERATION' }));
    } catch (error) {
      if (!(error instanceof RequestAlreadyProcessedException)) throw error;
    }
  };

  return { issue, certificate, issuers, ...(revocable && { revoke }) };
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
    // A repetition within five minutes, after a lost answer, returns the same certificate.
    IdempotencyToken: csr.digest.slice(0, 36),
    ApiPassthrough: { Extensions: { SubjectAlternativeNames: [{ UniformResourceIdentifier: ownerUri(owner) }] } },
  };
}

const pemsOf = (bundle: string): string[] => certificatesOf(bundle).map((certificate) => certificate.toString().trim());
