import { CfnCertificate, CfnCertificateAuthority, CfnCertificateAuthorityActivation } from 'aws-cdk-lib/aws-acmpca';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AcmPcaAuthoritySetting } from '../environments.ts';
import { allow } from './access.ts';
import type { AuthorityAccess, CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import { outlivesItsStack } from './retention.ts';

const rootSigningAlgorithm = 'SHA256WITHRSA';
const template = (name: string) => `arn:aws:acm-pca:::template/${name}/V1`;

/** An ACM private certificate authority: the given one, else a root that is created here. */
export class AcmPcaAuthority implements CertificateAuthority {
  readonly named;
  private readonly arn: string;
  private readonly signingAlgorithm: NonNullable<AcmPcaAuthoritySetting['existing']>['signingAlgorithm'];

  constructor(scope: Construct, setting: AcmPcaAuthoritySetting, { settings }: Deployment) {
    this.arn = setting.existing?.arn ?? createRoot(scope, setting, settings.prefix);
    this.signingAlgorithm = setting.existing?.signingAlgorithm ?? rootSigningAlgorithm;
    this.named = { kind: 'acm-pca', arn: this.arn, revocable: !setting.shortLived, signingAlgorithm: this.signingAlgorithm } as const;
  }

  /** Certificates for clients only: the template forbids server and authority certificates. */
  issuingAccess(): AuthorityAccess {
    const environment = {
      CERTIFICATE_AUTHORITY: 'acm-pca',
      ACM_PCA_ARN: this.arn,
      ACM_PCA_SIGNING_ALGORITHM: this.signingAlgorithm,
    } as const;
    const statements = [
      allow(['acm-pca:IssueCertificate'], [this.arn], {
        StringEquals: { 'acm-pca:TemplateArn': template('EndEntityClientAuthCertificate_APIPassthrough') },
      }),
      allow(['acm-pca:GetCertificate'], [this.arn]),
      // A certificate ends with its issuers.
      ...this.looking(),
    ];
    return { environment, statements };
  }

  publishingStatements(): PolicyStatement[] {
    return this.looking();
  }

  watchingStatements(): PolicyStatement[] {
    return this.looking();
  }

  revokingStatements(): PolicyStatement[] {
    return this.named.revocable ? [...this.looking(), allow(['acm-pca:RevokeCertificate'], [this.arn])] : this.looking();
  }

  private looking(): PolicyStatement[] {
    return [allow(['acm-pca:GetCertificateAuthorityCertificate'], [this.arn])];
  }
}

function createRoot(scope: Construct, { suffix, shortLived }: AcmPcaAuthoritySetting, prefix: string): string {
  const id = (part: string) => `${shortLived ? 'ShortLived' : ''}${part}${suffix}`;
  const authority = new CfnCertificateAuthority(scope, id('Root'), {
    type: 'ROOT',
    keyAlgorithm: 'RSA_4096',
    signingAlgorithm: rootSigningAlgorithm,
    keyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
    // Apart from the one before it by its name too.
    subject: { commonName: `${prefix} root${suffix.replace('-', ' ')}`, organization: 'Compass' },
    usageMode: shortLived ? 'SHORT_LIVED_CERTIFICATE' : 'GENERAL_PURPOSE',
    // Other systems that check certificates can ask AWS. Certificates of a week are not revoked: a short-lived authority cannot.
    ...(shortLived ? {} : { revocationConfiguration: { ocspConfiguration: { enabled: true } } }),
  });
  authority.applyRemovalPolicy(outlivesItsStack);
  const certificate = new CfnCertificate(scope, id('RootCertificate'), {
    certificateAuthorityArn: authority.attrArn,
    certificateSigningRequest: authority.attrCertificateSigningRequest,
    signingAlgorithm: rootSigningAlgorithm,
    templateArn: template('RootCACertificate'),
    validity: { type: 'YEARS', value: 10 },
  });
  certificate.applyRemovalPolicy(outlivesItsStack);
  const activation = new CfnCertificateAuthorityActivation(scope, id('Activation'), {
    certificateAuthorityArn: authority.attrArn,
    certificate: certificate.attrCertificate,
    status: 'ACTIVE',
  });
  activation.applyRemovalPolicy(outlivesItsStack);
  return authority.attrArn;
}
