import { CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { truststorePublisherEnvironment } from '#functions/truststore-publisher/env.ts';
import type { CertificateAuthority } from './certificate-authority.ts';
import type { Deployment } from './deployment.ts';
import { ServiceFunction } from './service-function.ts';
import type { Truststore } from './truststore.ts';

export interface PublishedTruststoreProps {
  readonly deployment: Deployment;
  readonly certificateAuthority: CertificateAuthority;
  readonly truststore: Truststore;
}

/** Puts what vouches for clients' certificates into the truststore while the stack is deployed. */
export class PublishedTruststore extends Construct {
  readonly version: string;

  constructor(scope: Construct, id: string, { deployment, certificateAuthority, truststore }: PublishedTruststoreProps) {
    super(scope, id);
    const publisher = new ServiceFunction(this, 'TruststorePublisher', {
      deployment,
      name: 'truststore-publisher',
      entry: 'functions/truststore-publisher/handler.ts',
      schema: truststorePublisherEnvironment,
      access: certificateAuthority.publishingAccess(truststore),
      environment: {},
      timeout: Duration.seconds(30),
      memorySize: 256,
    });
    const publication = new CustomResource(this, 'Publication', {
      resourceType: 'Custom::CompassTruststore',
      serviceToken: publisher.function.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { CertificateAuthorityArn: certificateAuthority.arn },
    });
    this.version = publication.getAttString('TruststoreVersion');
  }
}
