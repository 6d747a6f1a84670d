import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { KmsAuthoritySetting } from '../environments.ts';
import { allow } from './access.ts';
import type { AuthorityAccess, CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import { outlivesItsStack } from './retention.ts';
import { onlySignersSign } from './signing-roles.ts';

/** A root whose key is in KMS and never leaves it: the functions build certificates, KMS signs them. */
export class KmsAuthority implements CertificateAuthority {
  readonly named;
  readonly key: Key;

  constructor(scope: Construct, { suffix }: KmsAuthoritySetting, deployment: Deployment) {
    const { prefix } = deployment.settings;
    this.key = new Key(scope, `Key${suffix}`, {
      description: `${prefix} certificate authority`,
      alias: `${prefix}/certificate-authority${suffix}`,
      // The root is there for ten years: P-256 has 128 bits of strength, RSA 2048 has 112, and bigger RSA makes handshakes larger.
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: outlivesItsStack,
    });
    this.key.addToResourcePolicy(onlySignersSign(scope, deployment));
    this.named = { kind: 'kms', keyId: this.key.keyArn } as const;
  }

  issuingAccess(): AuthorityAccess {
    return { environment: { CERTIFICATE_AUTHORITY: 'kms', KMS_KEY_ID: this.key.keyArn }, statements: this.signing() };
  }

  /** Makes the root certificate if the truststore has none yet. */
  publishingStatements(): PolicyStatement[] {
    return this.signing();
  }

  revokingStatements(): PolicyStatement[] {
    return this.signing();
  }

  watchingStatements(): PolicyStatement[] {
    return this.signing();
  }

  private signing(): PolicyStatement[] {
    return [allow(['kms:GetPublicKey', 'kms:Sign'], [this.key.keyArn])];
  }
}
