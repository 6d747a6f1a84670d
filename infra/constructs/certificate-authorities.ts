import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { AuthoritySetting } from '../environments.ts';
import type { Access } from './access.ts';
import { AcmPcaAuthority } from './acm-pca-authority.ts';
import type { AuthorityAccess, CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import { KmsAuthority } from './kms-authority.ts';
import type { Truststore, TruststoreAccess } from './truststore.ts';

type NamedAuthorities = Access<{ CERTIFICATE_AUTHORITIES: string }>;

/** The authorities of a deployment. The first one issues; the others are trusted beside it: the previous or the next one. */
export class CertificateAuthorities extends Construct {
  private readonly issuing: CertificateAuthority;
  private readonly all: readonly CertificateAuthority[];

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const [issuing, ...others] = deployment.settings.certificateAuthorities;
    this.issuing = this.authority(issuing, deployment);
    this.all = [this.issuing, ...others.map((setting) => this.authority(setting, deployment))];
  }

  /** The keys that sign certificates and are in KMS. */
  get keys(): IKey[] {
    return this.all.flatMap((authority) => authority.key ?? []);
  }

  /** JSON with the references to the authorities. */
  get names(): string {
    return JSON.stringify(this.all.map(({ named }) => named));
  }

  /** Grants the right to issue client certificates. */
  issuingAccess(): AuthorityAccess {
    return this.issuing.issuingAccess();
  }

  /** Grants the right to add issuers of client certificates to the truststore. */
  publishingAccess(truststore: Truststore): readonly [TruststoreAccess, NamedAuthorities] {
    return [truststore.updateAccess(), this.access((authority) => authority.publishingStatements())];
  }

  /** Grants the rights to publish revocations. */
  revokingAccess(): NamedAuthorities {
    return this.access((authority) => authority.revokingStatements());
  }

  /** Grants the rights to read the authorities' certificates and to renew their revocation lists. */
  watchingAccess(): NamedAuthorities {
    return this.access((authority) => authority.watchingStatements());
  }

  private access(statementsOf: (authority: CertificateAuthority) => readonly PolicyStatement[]): NamedAuthorities {
    return { environment: { CERTIFICATE_AUTHORITIES: this.names }, statements: this.all.flatMap(statementsOf) };
  }

  private authority(setting: AuthoritySetting, deployment: Deployment): CertificateAuthority {
    return setting.kind === 'kms' ? new KmsAuthority(this, setting, deployment) : new AcmPcaAuthority(this, setting, deployment);
  }
}
