import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnCertificate, CfnCertificateAuthority, CfnCertificateAuthorityActivation } from 'aws-cdk-lib/aws-acmpca';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';

const rootSigningAlgorithm = 'SHA256WITHRSA';
const template = (name: string) => `arn:aws:acm-pca:::template/${name}/V1`;

type AuthorityAccess = Access<{ CERTIFICATE_AUTHORITY: 'acm-pca'; ACM_PCA_ARN: string; ACM_PCA_SIGNING_ALGORITHM: string }>;

/** The ACM private certificate authority that client certificates come from: the given one, else a root that is created here. */
export class CertificateAuthority extends Construct {
  readonly arn: string;
  private readonly signingAlgorithm: string;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    this.arn = settings.certificateAuthority?.arn ?? this.createRoot(settings.prefix);
    this.signingAlgorithm = settings.certificateAuthority?.signingAlgorithm ?? rootSigningAlgorithm;
  }

  /** May issue certificates for clients, and no other kind: the template forbids server and authority certificates. */
  issuingAccess(): AuthorityAccess {
    return this.access(
      allow(['acm-pca:IssueCertificate'], [this.arn], {
        StringEquals: { 'acm-pca:TemplateArn': template('EndEntityClientAuthCertificate_APIPassthrough') },
      }),
      allow(['acm-pca:GetCertificate', 'acm-pca:GetCertificateAuthorityCertificate', 'acm-pca:RevokeCertificate'], [this.arn]),
    );
  }

  /** May read the authority's own certificate and its chain. */
  chainAccess(): AuthorityAccess {
    return this.access(allow(['acm-pca:GetCertificateAuthorityCertificate'], [this.arn]));
  }

  private access(...statements: PolicyStatement[]): AuthorityAccess {
    const environment = {
      CERTIFICATE_AUTHORITY: 'acm-pca',
      ACM_PCA_ARN: this.arn,
      ACM_PCA_SIGNING_ALGORITHM: this.signingAlgorithm,
    } as const;
    return { environment, statements };
  }

  private createRoot(prefix: string): string {
    const authority = new CfnCertificateAuthority(this, 'Root', {
      type: 'ROOT',
      keyAlgorithm: 'RSA_4096',
      signingAlgorithm: rootSigningAlgorithm,
      keyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
      subject: { commonName: `${prefix} root`, organization: 'Compass' },
    });
    authority.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const certificate = new CfnCertificate(this, 'RootCertificate', {
      certificateAuthorityArn: authority.attrArn,
      certificateSigningRequest: authority.attrCertificateSigningRequest,
      signingAlgorithm: rootSigningAlgorithm,
      templateArn: template('RootCACertificate'),
      validity: { type: 'YEARS', value: 10 },
    });
    certificate.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const activation = new CfnCertificateAuthorityActivation(this, 'Activation', {
      certificateAuthorityArn: authority.attrArn,
      certificate: certificate.attrCertificate,
      status: 'ACTIVE',
    });
    activation.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return authority.attrArn;
  }
}
