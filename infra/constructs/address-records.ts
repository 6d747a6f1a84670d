import { AaaaRecord, ARecord, HostedZone, type IAliasRecordTarget, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { DomainSetting } from '../environments.ts';

/** The hosted zone of a domain, in which records without a name of their own get the domain's. */
export const zoneOf = (scope: Construct, { hostedZoneId, domainName }: DomainSetting): IHostedZone =>
  HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName: domainName });

/** Leads the name of a zone to a target, over IPv4 and IPv6. */
export function addAddressRecords(scope: Construct, zone: IHostedZone, leadsTo: IAliasRecordTarget): void {
  const target = RecordTarget.fromAlias(leadsTo);
  new ARecord(scope, 'Record', { zone, target });
  new AaaaRecord(scope, 'RecordOfIpv6', { zone, target });
}

/** Another name in the same hosted zone. It must have records when this one leads to it. */
export const nameInZone = (dnsName: string, hostedZoneId: string): IAliasRecordTarget => ({ bind: () => ({ dnsName, hostedZoneId }) });
