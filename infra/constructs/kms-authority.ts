import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allow } from './access.ts';
import type { AuthorityAccess, CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import type { Truststore } from './truststore.ts';

/** A root whose key is in KMS and never leaves it: the functions build certificates, KMS signs them. */
export class KmsAuthority extends Construct implements CertificateAuthority {
  readonly arn: string;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: `${settings.prefix} certificate authority`,
      alias: `${settings.prefix}/certificate-authority`,
      // The root is there for ten years: P-256 has 128 bits of strength, RSA 2048 has 112, and bigger RSA makes handshakes larger.
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.arn = key.keyArn;
  }

  issuingAccess(): AuthorityAccess {
    return this.signingAccess();
  }

  /** Makes the root certificate where the truststore has none yet, so it must be able to see that. */
  publishingAccess(truststore: Truststore) {
    return [truststore.updateAccess(), this.signingAccess()] as const;
  }

  private signingAccess(): AuthorityAccess {
    return {
      environment: { CERTIFICATE_AUTHORITY: 'kms', KMS_KEY_ID: this.arn },
      statements: [allow(['kms:GetPublicKey', 'kms:Sign'], [this.arn])],
    };
  }
}
