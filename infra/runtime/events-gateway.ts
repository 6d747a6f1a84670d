import { Aws, CfnCondition, Fn, Token, Validations } from 'aws-cdk-lib';
import { CfnApi, CfnApiMapping, CfnDomainName, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { partitions } from '#agent/lambda/table-layout.ts';
import { eventsGatewayEnvironment } from '#functions/events-gateway/env.ts';
import { ratePrefix } from '#shared/application-events/send-events.ts';
import { allow } from '../constructs/access.ts';
import { isGiven, type ParameterName } from './runtime-conditions.ts';
import { RuntimeFunction } from './runtime-function.ts';
import type { RuntimeNames } from './runtime-names.ts';

export interface EventsGatewayProps {
  readonly names: RuntimeNames;
  readonly table: CfnTable;
  readonly bus: { readonly name: string; readonly arn: string };
}

/** Requests of all Applications together. */
const throttling = { throttlingRateLimit: 50, throttlingBurstLimit: 100, detailedMetricsEnabled: false };

/** Seconds: an HTTP API waits for 30. */
const timeoutSeconds = 29;
/** Megabytes. */
const memorySize = 512;

const routeKeys = { CloudEvents: 'POST /{application}/events', GivenUrl: 'POST /{application}/v1/events' };

/**
 * The events gateway of a Runtime: an HTTP API in front of one function. Its own endpoint takes access tokens. With a domain it takes client certificates
 * as well, which API Gateway verifies against the truststore.
 */
export class EventsGateway extends Construct {
  /** The URL of the domain, if there is one. */
  readonly url: string;
  /** The URL for access tokens. */
  readonly tokenUrl: string;
  /** Both as Applications are given them: empty if no Application could get in there. */
  readonly published: { readonly url: string; readonly urlForTokens: string };

  constructor(scope: Construct, id: string, { names, table, bus }: EventsGatewayProps) {
    super(scope, id);
    const gateway = new RuntimeFunction(this, 'Gateway', {
      names,
      name: 'gateway',
      description: 'Events gateway: takes events of Applications for the bus of the Runtime',
      codeKey: 'GatewayCodeKey',
      schema: eventsGatewayEnvironment,
      environment: {
        TENANT: Fn.ref('Tenant'),
        CONTROL_PLANE_URL: Fn.ref('ControlPlaneUrl'),
        OIDC_ISSUER: Fn.ref('TokenIssuer'),
        VIEW_TABLE: table.ref,
        EVENT_BUS_NAME: bus.name,
      },
      statements: [
        onPartitions(table, 'GetItem', partitions.heads),
        onPartitions(table, 'UpdateItem', `${ratePrefix}*`),
        allow(['events:PutEvents'], [bus.arn]),
      ],
      timeoutSeconds,
      memorySize,
    });
    const api = this.api(names, gateway.functionArn);
    const hasDomain = this.domain(api);
    this.tokenUrl = api.attrApiEndpoint;
    const ifDomain = (otherwise: string) => Fn.conditionIf(hasDomain, `https://${Fn.ref('EventsDomainName')}`, otherwise).toString();
    const urlForTokens = Fn.conditionIf(this.given('TokenIssuer').logicalId, this.tokenUrl, '').toString();
    this.url = ifDomain(this.tokenUrl);
    this.published = { url: ifDomain(urlForTokens), urlForTokens };
  }

  private api(names: RuntimeNames, functionArn: string): CfnApi {
    const api = new CfnApi(this, 'Api', { name: names.long, protocolType: 'HTTP', description: 'Events of Applications for one Runtime' });
    const integration = new CfnIntegration(this, 'Integration', {
      apiId: api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: functionArn,
      payloadFormatVersion: '2.0',
    });
    integration.node.addDependency(
      new CfnPermission(this, 'MayInvoke', {
        action: 'lambda:InvokeFunction',
        functionName: functionArn,
        principal: 'apigateway.amazonaws.com',
        sourceArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${api.ref}/*`,
      }),
    );
    for (const [name, routeKey] of Object.entries(routeKeys)) {
      const route = new CfnRoute(this, name, {
        apiId: api.ref,
        routeKey,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The function verifies the access token, or the certificate of the handshake, and asks the control plane whose it is.',
      });
    }
    const stage = new CfnStage(this, 'Stage', {
      apiId: api.ref,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: throttling,
    });
    Validations.of(stage).acknowledge({
      id: 'AwsSolutions-APIG1',
      reason: 'The function writes a line for each request. The delivery of access logs needs rights on the whole account.',
    });
    return api;
  }

  private given(parameter: ParameterName): CfnCondition {
    return new CfnCondition(this, `Has${parameter}`, { expression: isGiven(parameter) });
  }

  /** A domain that accepts client certificates of the truststore only, if the parameters name one. */
  private domain(api: CfnApi): string {
    const condition = this.given('EventsDomainName');
    const [domainName, hostedZoneId] = [Fn.ref('EventsDomainName'), Fn.ref('EventsHostedZoneId')];
    const certificate = new CfnCertificate(this, 'Certificate', {
      domainName,
      validationMethod: 'DNS',
      domainValidationOptions: [{ domainName, hostedZoneId }],
    });
    const domain = new CfnDomainName(this, 'Domain', {
      domainName,
      domainNameConfigurations: [
        { certificateArn: certificate.ref, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2', ipAddressType: 'dualstack' },
      ],
      // API Gateway reads a truststore only when its URI or version changes.
      mutualTlsAuthentication: {
        truststoreUri: Fn.ref('TruststoreUri'),
        truststoreVersion: Token.asString(
          Fn.conditionIf(this.given('TruststoreVersion').logicalId, Fn.ref('TruststoreVersion'), Aws.NO_VALUE),
        ),
      },
    });
    const mapping = new CfnApiMapping(this, 'Mapping', { apiId: api.ref, domainName: domain.ref, stage: '$default' });
    mapping.node.addDependency(this.node.findChild('Stage'));
    const records = (['A', 'AAAA'] as const).map(
      (type) =>
        new CfnRecordSet(this, `Record${type}`, {
          type,
          name: domainName,
          hostedZoneId,
          aliasTarget: { dnsName: domain.attrRegionalDomainName, hostedZoneId: domain.attrRegionalHostedZoneId },
        }),
    );
    for (const resource of [certificate, domain, mapping, ...records]) resource.cfnOptions.condition = condition;
    return condition.logicalId;
  }
}

/** Grants an action on some partitions. The heads of the view have ids and names of Applications, and no credentials. */
const onPartitions = (table: CfnTable, action: 'GetItem' | 'UpdateItem', keys: string): PolicyStatement =>
  new PolicyStatement({
    actions: [`dynamodb:${action}`],
    resources: [table.attrArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } },
  });
