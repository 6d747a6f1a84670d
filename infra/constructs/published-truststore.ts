import { CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { truststorePublisherEnvironment } from '#functions/truststore-publisher/env.ts';
import type { CertificateAuthorities } from './certificate-authorities.ts';
import type { Deployment } from './deployment.ts';
import { codeKeyOf } from './function-code.ts';
import { ServiceFunction } from './service-function.ts';
import type { Truststore } from './truststore.ts';

export interface PublishedTruststoreProps {
  readonly deployment: Deployment;
  readonly certificateAuthorities: CertificateAuthorities;
  readonly truststore: Truststore;
}

/** Puts the issuers of client certificates into the truststore while the stack is deployed. */
export class PublishedTruststore extends Construct {
  readonly version: string;
  /** Names, ends and fingerprints of the certificates in it, for people. */
  readonly certificates: string;

  constructor(scope: Construct, id: string, { deployment, certificateAuthorities, truststore }: PublishedTruststoreProps) {
    super(scope, id);
    const DISTRUSTED_CERTIFICATES = deployment.settings.distrustedCertificates.join(',');
    const publisher = new ServiceFunction(this, 'TruststorePublisher', {
      deployment,
      name: 'truststore-publisher',
      entry: 'functions/truststore-publisher/handler.ts',
      schema: truststorePublisherEnvironment,
      access: certificateAuthorities.publishingAccess(truststore),
      environment: { DISTRUSTED_CERTIFICATES },
      timeout: Duration.seconds(30),
      memorySize: 256,
    });
    const publication = new CustomResource(this, 'Publication', {
      resourceType: 'Custom::CompassTruststore',
      serviceToken: publisher.function.functionArn,
      serviceTimeout: Duration.minutes(2),
      // It is published again whenever one of these changes.
      properties: {
        CertificateAuthorities: certificateAuthorities.names,
        DistrustedCertificates: DISTRUSTED_CERTIFICATES,
        Code: codeKeyOf(publisher.function),
      },
    });
    this.version = publication.getAttString('TruststoreVersion');
    this.certificates = publication.getAttString('Certificates');
  }
}
