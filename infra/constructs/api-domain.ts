import { Duration } from 'aws-cdk-lib';
import { DomainName, IpAddressType, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import type { Truststore } from './truststore.ts';

export interface ApiDomainProps {
  readonly deployment: Deployment;
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Absent: clients need no certificate. Otherwise only those with one from the truststore get through. */
  readonly clients?: {
    readonly truststore: Truststore;
    /** The version of the published truststore: a new one makes the gateway load it again. */
    readonly version: string;
  };
}

/** ACM renews 60 days before the end. */
const daysToRenew = 30;

/** A custom domain of an API with its certificate and its records. */
export class ApiDomain extends Construct {
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, props: ApiDomainProps) {
    super(scope, id);
    const { deployment, domainName, hostedZoneId, clients } = props;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domainName });
    const certificate = new Certificate(this, 'Certificate', { domainName, validation: CertificateValidation.fromDns(zone) });
    new RunbookAlarm(this, 'Expiry', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'domain-certificate',
      summary: `The certificate of ${domainName} ends within ${daysToRenew} days, and ACM has not renewed it.`,
      metric: certificate.metricDaysToExpiry({ period: Duration.days(1), statistic: 'Minimum' }),
      threshold: daysToRenew,
      comparisonOperator: ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
    });
    this.domain = new DomainName(this, 'Domain', {
      domainName,
      certificate,
      securityPolicy: SecurityPolicy.TLS_1_2,
      ipAddressType: IpAddressType.DUAL_STACK,
      ...(clients && { mtls: { bucket: clients.truststore.bucket, key: clients.truststore.key, version: clients.version } }),
    });
    const target = RecordTarget.fromAlias(
      new ApiGatewayv2DomainProperties(this.domain.regionalDomainName, this.domain.regionalHostedZoneId),
    );
    new ARecord(this, 'Record', { zone, target });
    new AaaaRecord(this, 'RecordOfIpv6', { zone, target });
  }
}
