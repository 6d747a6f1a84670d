import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { CertificateAuthorities } from '../constructs/certificate-authorities.ts';
import { ControlPlaneTable } from '../constructs/control-plane-table.ts';
import { DeletionProtection } from '../constructs/deletion-protection.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { DomainEventBus } from '../constructs/domain-event-bus.ts';
import { EndangeredKeys } from '../constructs/endangered-keys.ts';
import { IdentityProvider } from '../constructs/identity-provider.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { outlivesItsStack } from '../constructs/retention.ts';
import { RevocationLists } from '../constructs/revocation-lists.ts';
import { SealingKey } from '../constructs/sealing-key.ts';
import { SpecificationStore } from '../constructs/specification-store.ts';
import { Truststore } from '../constructs/truststore.ts';
import { authorityKeyOf, type DeploymentSettings } from '../environments.ts';

/** Retention of who read which object, as long as a quarter's investigation reaches back. */
const accessLogRetention = Duration.days(90);

/** Key of the metadata by which `npm run aws -- deploy` sees that a deployment would drop what clients know. */
const hardToUndo = 'compass:hard-to-undo';

/** The address that API Gateway gives the public API, as removals name it. */
const gatewayAddress = 'execute-api';

function namedByClients(settings: DeploymentSettings) {
  const { mutualTls, publicDomain, firewall, revocationLists, identityProvider, certificateAuthorities } = settings;
  const domains = [mutualTls, publicDomain].flatMap((domain) => domain?.domainName ?? []);
  return {
    domain: firewall?.directCalls === 'refused' ? domains : [...domains, gatewayAddress],
    firewall: firewall ? [firewall.domain.domainName] : [],
    address: revocationLists === 'http' ? ['of revocation lists at CloudFront'] : [],
    issuer: [identityProvider?.issuer ?? 'user pool'],
    authority: certificateAuthorities.map(authorityKeyOf),
  };
}

/** Resources that cannot be recreated: the stack and each resource are protected against deletion. */
export class StatefulStack extends Stack {
  readonly table: ControlPlaneTable;
  readonly specifications: SpecificationStore;
  readonly truststore: Truststore;
  readonly revocationLists: RevocationLists;
  readonly sealingKey: SealingKey;
  readonly eventBus: DomainEventBus;
  readonly identityProvider: IdentityProvider;
  readonly certificateAuthorities: CertificateAuthorities;

  constructor(scope: Construct, id: string, { deployment, ...props }: StackProps & { deployment: Deployment }) {
    super(scope, id, { ...props, terminationProtection: true });
    this.addMetadata(hardToUndo, namedByClients(deployment.settings));
    const encryptionKey = new Key(this, 'DataKey', {
      description: `${deployment.settings.prefix} data`,
      enableKeyRotation: true,
      removalPolicy: outlivesItsStack,
    });
    const accessLogs = new PrivateBucket(this, 'AccessLogs', { lifecycleRules: [{ expiration: accessLogRetention }] });
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs; logging into itself would never end.',
    });

    this.table = new ControlPlaneTable(this, 'ControlPlaneTable', { deployment, encryptionKey });
    this.specifications = new SpecificationStore(this, 'Specifications', { encryptionKey, accessLogs });
    this.truststore = new Truststore(this, 'Truststore', { accessLogs });
    this.revocationLists = new RevocationLists(this, 'RevocationLists', { deployment, accessLogs });
    this.sealingKey = new SealingKey(this, 'SealingKey', { deployment, encryptionKey });
    this.eventBus = new DomainEventBus(this, 'EventBus', deployment);
    this.identityProvider = new IdentityProvider(this, 'IdentityProvider', deployment);
    this.certificateAuthorities = new CertificateAuthorities(this, 'CertificateAuthority', deployment);
    this.protect();
    new EndangeredKeys(this, 'EndangeredKeys', { deployment, keys: [encryptionKey, ...this.certificateAuthorities.keys] });

    new CfnOutput(this, 'OidcIssuer', { value: this.identityProvider.issuer });
    new CfnOutput(this, 'OidcAudience', { value: this.identityProvider.audience });
    new CfnOutput(this, 'EventBusArn', { value: this.eventBus.bus.eventBusArn });
  }

  private protect(): void {
    const protection = new DeletionProtection(this, 'Protection');
    protection.guard(this.table.resource, 'DeletionProtectionEnabled', { on: true, off: false });
    const { userPool } = this.identityProvider;
    if (userPool) protection.guard(userPool, 'DeletionProtection', { on: 'ACTIVE', off: 'INACTIVE' });
  }
}
