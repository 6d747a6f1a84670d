import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { FirewallSetting } from '../../environments.ts';

/** Headers with secrets of clients. */
export const secretHeaders = ['authorization', 'connector-token', 'cookie'];

/** In seconds; also how long a refused client is told to wait. */
const rateWindow = 300;

/**
 * Rules of the common set that are counted only. Bodies carry specifications, documents and addresses of others, of 5 MB at most: they look like
 * anything, and no function interprets them. Programs that fetch revocation lists often send no `User-Agent`.
 */
const countedRules = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'NoUserAgent_HEADER',
];

/** The rules that requests pass before they reach the gateway. */
export class WebAcl extends Construct {
  readonly arn: string;
  private readonly metricName: string;

  constructor(scope: Construct, id: string, { prefix, firewall }: { prefix: string; firewall: FirewallSetting }) {
    super(scope, id);
    this.metricName = `${prefix}-firewall`;
    const managed = managedRules(firewall);
    const acl = new CfnWebACL(this, 'WebAcl', {
      name: this.metricName,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(this.metricName),
      rules: [
        addressRate(firewall),
        managed(1, 'AWSManagedRulesAmazonIpReputationList'),
        managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(3, 'AWSManagedRulesCommonRuleSet', countedRules),
      ],
      dataProtectionConfig: {
        dataProtections: [
          { action: 'SUBSTITUTION', field: { fieldType: 'SINGLE_HEADER', fieldKeys: secretHeaders } },
          { action: 'SUBSTITUTION', field: { fieldType: 'QUERY_STRING' } },
          { action: 'SUBSTITUTION', field: { fieldType: 'BODY' } },
        ],
      },
    });
    this.arn = acl.attrArn;
  }

  metricBlocked(): Metric {
    return new Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensionsMap: { WebACL: this.metricName, Rule: 'ALL' },
      period: Duration.seconds(rateWindow),
      statistic: 'Sum',
    });
  }
}

/** Samples show whole requests, with the headers of clients, on a page of the console. */
const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const addressRate = ({ requestsPerAddress }: FirewallSetting): CfnWebACL.RuleProperty => ({
  name: 'rate-of-an-address',
  priority: 0,
  visibilityConfig: visibility('rate-of-an-address'),
  statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress, evaluationWindowSec: rateWindow } },
  action: {
    block: { customResponse: { responseCode: 429, responseHeaders: [{ name: 'Retry-After', value: String(rateWindow) }] } },
  },
});

const managedRules =
  ({ managedRules: action }: FirewallSetting) =>
  (priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
    name,
    priority,
    visibilityConfig: visibility(name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: action === 'count' ? { count: {} } : { none: {} },
  });
