import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Truststore } from './truststore.ts';

export interface MutualTlsDomainProps {
  readonly domainName: string;
  readonly hostedZoneId: string;
  readonly truststore: Truststore;
  /** The version of the published truststore: a new one makes the gateway load it again. */
  readonly truststoreVersion: string;
}

/** A custom domain that lets in holders of a certificate from the truststore only. */
export class MutualTlsDomain extends Construct {
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, { domainName, hostedZoneId, truststore, truststoreVersion }: MutualTlsDomainProps) {
    super(scope, id);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domainName });
    this.domain = new DomainName(this, 'Domain', {
      domainName,
      certificate: new Certificate(this, 'Certificate', { domainName, validation: CertificateValidation.fromDns(zone) }),
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: { bucket: truststore.bucket, key: truststore.key, version: truststoreVersion },
    });
    new ARecord(this, 'Record', {
      zone,
      target: RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(this.domain.regionalDomainName, this.domain.regionalHostedZoneId)),
    });
  }
}
