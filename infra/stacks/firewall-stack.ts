import { CfnOutput, Duration, Fn, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { originHeader } from '#shared/lambda/firewall.ts';
import { addAddressRecords, zoneOf } from '../constructs/address-records.ts';
import { addAlarmTopic } from '../constructs/alarm-topic.ts';
import { addDomainCertificate } from '../constructs/domain-certificate.ts';
import { EdgeLogs } from '../constructs/firewall/edge-logs.ts';
import { OriginSecret } from '../constructs/firewall/origin-secret.ts';
import { WebAcl } from '../constructs/firewall/web-acl.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { DeploymentSettings, FirewallSetting } from '../environments.ts';
import { edgeNameOf, edgeRegion, originNameOf } from '../setting-schema.ts';

export interface FirewallStackProps extends StackProps {
  readonly settings: DeploymentSettings;
  readonly firewall: FirewallSetting;
}

/** The gateway ends a call after 30 seconds: its answer is better than none. */
const originTimeout = Duration.seconds(35);

/** Refused requests in five minutes, as in the gateway's alarm on refusals. */
const manyBlocks = 1000;

/** In percent, of the requests of five minutes. */
const manyErrors = 5;

/**
 * CloudFront with AWS WAF in front of the public API, in the Region that CloudFront asks for. It knows the gateway by a name, and is found by one,
 * so that no stack imports anything of another Region.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { settings, firewall, env, ...props }: FirewallStackProps) {
    super(scope, id, { ...props, env: { ...env, region: edgeRegion } });
    const { prefix } = settings;
    const edge = new Construct(this, 'Edge');
    const alarmTopic = addAlarmTopic(edge, settings, 'firewall-alarms');
    const webAcl = new WebAcl(this, 'Rules', { prefix, firewall });
    const secret = new OriginSecret(this, 'OriginSecret', { prefix, homeRegion: firewall.homeRegion });
    const distribution = this.distribution({ prefix, firewall, alarmTopic, webAcl, secret });
    const { domainName, hostedZoneId } = firewall.domain;
    const zone = zoneOf(edge, { domainName: edgeNameOf(domainName), hostedZoneId });
    addAddressRecords(edge, zone, new CloudFrontTarget(distribution));
    new EdgeLogs(this, 'Logs', { settings, firewall, webAclArn: webAcl.arn, distributionArn: distribution.distributionArn });
    watch(this, { prefix, alarmTopic, webAcl, distribution });
    new CfnOutput(this, 'DistributionDomainName', { value: distribution.distributionDomainName });
  }

  private distribution(parts: {
    prefix: string;
    firewall: FirewallSetting;
    alarmTopic: ITopic;
    webAcl: WebAcl;
    secret: OriginSecret;
  }): Distribution {
    const { prefix, alarmTopic, webAcl, secret } = parts;
    const { domain } = parts.firewall;
    const named = new Construct(this, 'PublicDomain');
    const certificate = addDomainCertificate(named, { alarmTopic, domainName: domain.domainName, zone: zoneOf(named, domain) });
    const distribution = new Distribution(this, 'Distribution', {
      comment: Fn.join('', [`${prefix}: rotation of the origin secret: `, secret.rotation]),
      domainNames: [domain.domainName],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      webAclId: webAcl.arn,
      defaultBehavior: {
        origin: new HttpOrigin(originNameOf(domain.domainName), {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          readTimeout: originTimeout,
          customHeaders: { [originHeader]: secret.reference },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The gateway knows its API by the host of the origin.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        compress: false,
      },
    });
    Validations.of(distribution).acknowledge({ id: 'AwsSolutions-CFR1', reason: 'Clients are all over the world.' });
    Validations.of(distribution).acknowledge({ id: 'AwsSolutions-CFR3', reason: 'The access log is delivered to CloudWatch, beside.' });
    return distribution;
  }
}

function watch(
  scope: Construct,
  { prefix, alarmTopic, webAcl, distribution }: { prefix: string; alarmTopic: ITopic; webAcl: WebAcl; distribution: Distribution },
): void {
  new RunbookAlarm(scope, 'Blocks', {
    alarmTopic,
    runbook: 'firewall-blocks',
    summary: `The firewall of ${prefix} refused ${manyBlocks} requests or more within five minutes.`,
    metric: webAcl.metricBlocked(),
    threshold: manyBlocks,
  });
  new RunbookAlarm(scope, 'Errors', {
    alarmTopic,
    runbook: 'firewall-errors',
    summary: `The firewall of ${prefix} answered ${manyErrors} % of the requests or more with a 5xx, for a quarter of an hour.`,
    metric: new Metric({
      namespace: 'AWS/CloudFront',
      metricName: '5xxErrorRate',
      dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
      period: Duration.minutes(5),
      statistic: 'Average',
    }),
    threshold: manyErrors,
    evaluationPeriods: 3,
  });
}
