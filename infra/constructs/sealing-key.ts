import { Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { outlivesItsStack } from './retention.ts';

/** The key that credentials are encrypted with before they are stored: 64 hexadecimal digits, made by Secrets Manager, in no template. */
export class SealingKey extends Construct {
  private readonly secret: Secret;
  private readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, { deployment, encryptionKey }: { deployment: Deployment; encryptionKey: IKey }) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.secret = new Secret(this, 'Secret', {
      secretName: `${deployment.settings.prefix}/sealing-key`,
      description: 'Seals the credentials of webhooks',
      encryptionKey,
      removalPolicy: outlivesItsStack,
      generateSecretString: {
        passwordLength: 64,
        excludePunctuation: true,
        excludeUppercase: true,
        excludeCharacters: 'ghijklmnopqrstuvwxyz',
        requireEachIncludedType: false,
      },
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A rotated key could not open what the old one sealed; changing it means sealing everything again.',
    });
  }

  readAccess(): Access<{ SEALING_KEY_SECRET: string }> {
    return {
      environment: { SEALING_KEY_SECRET: this.secret.secretArn },
      statements: [
        allow(['secretsmanager:GetSecretValue'], [this.secret.secretArn]),
        allow(['kms:Decrypt'], [this.encryptionKey.keyArn], { StringLike: { 'kms:ViaService': 'secretsmanager.*.amazonaws.com' } }),
      ],
    };
  }
}
