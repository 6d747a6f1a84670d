import type { DomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { edgeNameOf, originNameOf } from '../setting-schema.ts';
import { addAddressRecords, nameInZone, zoneOf } from './address-records.ts';
import { ApiDomain } from './api-domain.ts';
import type { Deployment } from './deployment.ts';

interface PublicDomain {
  /** The gateway's domain for clients; absent where calls past the firewall are refused. */
  readonly domain?: DomainName;
  /** The gateway's domain for the firewall. */
  readonly origin?: DomainName;
}

/**
 * The public API's name, and the domains by which its gateway is found. Behind a firewall the name leads to `edge` below it, which the firewall's stack
 * leads to CloudFront: an alias within the hosted zone needs nothing of another Region. The records are the same resources in any case, so that
 * the name always leads somewhere.
 */
export function addPublicDomain(scope: Construct, deployment: Deployment): PublicDomain {
  const { publicDomain, firewall } = deployment.settings;
  if (!publicDomain) return {};
  if (!firewall) return { domain: new ApiDomain(scope, 'PublicDomain', { deployment, ...publicDomain }).domain };
  const { domainName, hostedZoneId } = publicDomain;
  const leadsTo = nameInZone(edgeNameOf(domainName), hostedZoneId);
  const origin = new ApiDomain(scope, 'OriginDomain', { deployment, domainName: originNameOf(domainName), hostedZoneId }).domain;
  if (firewall.directCalls === 'admitted') {
    return { domain: new ApiDomain(scope, 'PublicDomain', { deployment, ...publicDomain, leadsTo }).domain, origin };
  }
  const records = new Construct(scope, 'PublicDomain');
  addAddressRecords(records, zoneOf(records, publicDomain), leadsTo);
  return { origin };
}
