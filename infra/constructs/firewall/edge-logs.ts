import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { DeploymentSettings, FirewallSetting } from '../../environments.ts';
import { logGroupArn } from '../log-group-arn.ts';
import { onBehalfOf } from '../source-conditions.ts';
import { secretHeaders } from './web-acl.ts';

interface EdgeLogsProps {
  readonly settings: DeploymentSettings;
  readonly firewall: FirewallSetting;
  readonly webAclArn: string;
  readonly distributionArn: string;
}

/** Fields of the access log: who called, when, which path and with what outcome; no header, and no query, which may hold a one-time token. */
const accessLogFields = [
  'timestamp',
  'c-ip',
  'cs-method',
  'cs-uri-stem',
  'sc-status',
  'time-taken',
  'x-edge-request-id',
  'x-edge-detailed-result-type',
  'ssl-protocol',
];

/** The logs of the firewall: one line for each request, and the details of those that a rule refused. */
export class EdgeLogs extends Construct {
  constructor(scope: Construct, id: string, { settings, firewall, webAclArn, distributionArn }: EdgeLogsProps) {
    super(scope, id);
    const { prefix, logRetention: retention } = settings;
    const group = (name: string, logGroupName: string): LogGroup => {
      const made = new LogGroup(this, name, { logGroupName, retention, removalPolicy: RemovalPolicy.DESTROY });
      made.grantWrite(logDelivery());
      return made;
    };
    this.noteRefusals(webAclArn, group('Refusals', `aws-waf-logs-${prefix}`), firewall);
    this.noteAccess(prefix, distributionArn, group('Access', `/aws/vendedlogs/${prefix}-firewall`));
  }

  private noteRefusals(resourceArn: string, logGroup: LogGroup, { managedRules }: FirewallSetting): void {
    const kept = managedRules === 'count' ? ['BLOCK', 'COUNT'] : ['BLOCK'];
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn,
      logDestinationConfigs: [logGroupArn(logGroup)],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: kept.map((action) => ({ ActionCondition: { Action: action } })) },
        ],
      },
      redactedFields: [{ queryString: {} }, ...secretHeaders.map((name) => ({ singleHeader: { Name: name } }))],
    }).node.addDependency(logGroup);
  }

  private noteAccess(prefix: string, resourceArn: string, logGroup: LogGroup): void {
    const name = `${prefix}-firewall`;
    const source = new CfnDeliverySource(this, 'AccessSource', { name, resourceArn, logType: 'ACCESS_LOGS' });
    const destination = new CfnDeliveryDestination(this, 'AccessDestination', {
      name,
      destinationResourceArn: logGroupArn(logGroup),
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'AccessDelivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: accessLogFields,
    });
    delivery.node.addDependency(logGroup);
  }
}

const logDelivery = () =>
  new ServicePrincipal('delivery.logs.amazonaws.com', {
    conditions: onBehalfOf(`arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`),
  });
