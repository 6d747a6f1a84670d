import { Duration } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

/** ACM renews 60 days before the end. */
const daysToRenew = 30;

interface DomainCertificateProps {
  readonly alarmTopic: ITopic;
  readonly domainName: string;
  readonly zone: IHostedZone;
}

/** Adds a certificate of ACM for a domain, in the Region of the stack, and the alarm on its end. */
export function addDomainCertificate(scope: Construct, { alarmTopic, domainName, zone }: DomainCertificateProps): Certificate {
  const certificate = new Certificate(scope, 'Certificate', { domainName, validation: CertificateValidation.fromDns(zone) });
  new RunbookAlarm(scope, 'Expiry', {
    alarmTopic,
    runbook: 'domain-certificate',
    summary: `The certificate of ${domainName} ends within ${daysToRenew} days, and ACM has not renewed it.`,
    metric: certificate.metricDaysToExpiry({ period: Duration.days(1), statistic: 'Minimum' }),
    threshold: daysToRenew,
    comparisonOperator: ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
  });
  return certificate;
}
