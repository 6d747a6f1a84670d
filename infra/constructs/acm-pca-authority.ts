import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnCertificate, CfnCertificateAuthority, CfnCertificateAuthorityActivation } from 'aws-cdk-lib/aws-acmpca';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { allow } from './access.ts';
import type { AuthorityAccess, CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import type { Truststore } from './truststore.ts';

const rootSigningAlgorithm = 'SHA256WITHRSA';
const template = (name: string) => `arn:aws:acm-pca:::template/${name}/V1`;

interface AcmPcaAuthorityProps {
  readonly deployment: Deployment;
  /** Absent: a root is created here. */
  readonly existing: { readonly arn: string; readonly signingAlgorithm: string } | undefined;
}

/** An ACM private certificate authority: the given one, else a root that is created here. */
export class AcmPcaAuthority extends Construct implements CertificateAuthority {
  readonly arn: string;
  private readonly signingAlgorithm: string;

  constructor(scope: Construct, id: string, { deployment, existing }: AcmPcaAuthorityProps) {
    super(scope, id);
    this.arn = existing?.arn ?? this.createRoot(deployment.settings.prefix);
    this.signingAlgorithm = existing?.signingAlgorithm ?? rootSigningAlgorithm;
  }

  /** Certificates for clients, and no other kind: the template forbids server and authority certificates. */
  issuingAccess(): AuthorityAccess {
    return this.access(
      allow(['acm-pca:IssueCertificate'], [this.arn], {
        StringEquals: { 'acm-pca:TemplateArn': template('EndEntityClientAuthCertificate_APIPassthrough') },
      }),
      allow(['acm-pca:GetCertificate', 'acm-pca:GetCertificateAuthorityCertificate', 'acm-pca:RevokeCertificate'], [this.arn]),
    );
  }

  publishingAccess(truststore: Truststore) {
    return [truststore.writeAccess(), this.access(allow(['acm-pca:GetCertificateAuthorityCertificate'], [this.arn]))] as const;
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
