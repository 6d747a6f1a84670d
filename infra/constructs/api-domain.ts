import { DomainName, IpAddressType, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IAliasRecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { DomainSetting } from '../environments.ts';
import { addAddressRecords, zoneOf } from './address-records.ts';
import type { Deployment } from './deployment.ts';
import { addDomainCertificate } from './domain-certificate.ts';
import type { Truststore } from './truststore.ts';

export interface ApiDomainProps extends DomainSetting {
  readonly deployment: Deployment;
  /** Absent: clients need no certificate. Otherwise only those with one from the truststore get through. */
  readonly clients?: {
    readonly truststore: Truststore;
    /** The version of the published truststore: a new one makes the gateway load it again. */
    readonly version: string;
  };
  /** The target that the name leads to instead of the gateway. */
  readonly leadsTo?: IAliasRecordTarget;
}

/** A custom domain of an API with its certificate and its records. */
export class ApiDomain extends Construct {
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, props: ApiDomainProps) {
    super(scope, id);
    const { deployment, domainName, clients } = props;
    const zone = zoneOf(this, props);
    const certificate = addDomainCertificate(this, { alarmTopic: deployment.alarmTopic, domainName, zone });
    this.domain = new DomainName(this, 'Domain', {
      domainName,
      certificate,
      securityPolicy: SecurityPolicy.TLS_1_2,
      ipAddressType: IpAddressType.DUAL_STACK,
      ...(clients && { mtls: { bucket: clients.truststore.bucket, key: clients.truststore.key, version: clients.version } }),
    });
    const gateway = new ApiGatewayv2DomainProperties(this.domain.regionalDomainName, this.domain.regionalHostedZoneId);
    addAddressRecords(this, zone, props.leadsTo ?? gateway);
  }
}
