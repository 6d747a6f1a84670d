import { Aws } from 'aws-cdk-lib';
import { actions, of } from './deployer-actions.ts';
import type { RuntimeResources } from './runtime-resources.ts';
import { allow, distinct, type Statement } from './statement.ts';

export interface DeployerWorld {
  readonly runtimes: RuntimeResources;
  /** ARN of the policy that bounds each role of a stack. */
  readonly boundaryArn: string;
  /** ARNs of the objects with the code. */
  readonly codeObjects: readonly string[];
  /** ARNs of the truststores: API Gateway reads them by the rights of the caller. */
  readonly truststores: readonly string[];
  /** ARNs of the hosted zones in which events gateways may have an address. */
  readonly hostedZones: readonly string[];
}

/** A tag that every resource of a stack has, by which resources without names of ours are told apart. */
const taggedAs = (kind: 'RequestTag' | 'ResourceTag') => ({ Null: { [`aws:${kind}/compass:runtime`]: 'false' } });

/**
 * The rights to make, change and remove each type of resource of the runtime template, under the names of Runtimes alone. A test compares the types with
 * those of the template.
 */
export const rightsByType = (world: DeployerWorld): Readonly<Record<string, readonly Statement[]>> => ({
  ...rightsOnData(world),
  ...rightsOnRoles(world),
  ...rightsOnFunctions(world),
  ...rightsOnGateways(world),
});

type Rights = Readonly<Record<string, readonly Statement[]>>;

const rightsOnData = ({ runtimes: { named, arn } }: DeployerWorld): Rights => ({
  'AWS::DynamoDB::Table': [allow(actions.table, [arn('dynamodb', `table/${named}*`)])],
  'AWS::Events::EventBus': [allow(actions.bus, [arn('events', `event-bus/${named}*`)])],
  'AWS::Events::Rule': [allow(actions.rule, [arn('events', `rule/${named}*`)])],
});

function rightsOnRoles({ runtimes: { named, global }, boundaryArn }: DeployerWorld): Rights {
  const roles = [global('iam', `role/${named}*`)];
  return {
    'AWS::IAM::Role': [
      allow(actions.boundedRole, roles, { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } }),
      allow(actions.role, roles),
      allow(of('iam', 'PassRole'), roles, { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }),
    ],
    'AWS::IAM::ManagedPolicy': [allow(actions.policy, [global('iam', `policy/${named}*`)])],
  };
}

function rightsOnFunctions({ runtimes: { named, arn }, codeObjects }: DeployerWorld): Rights {
  const functions = [arn('lambda', `function:${named}*`)];
  return {
    'AWS::Lambda::Function': [allow(actions.function, functions), allow(of('s3', 'GetObject'), codeObjects)],
    'AWS::Lambda::Permission': [allow(actions.permission, functions)],
    'AWS::Lambda::EventInvokeConfig': [allow(actions.invokeConfig, functions)],
    'AWS::Logs::LogGroup': [
      allow(actions.logGroup, [arn('logs', `log-group:/aws/lambda/${named}*`)]),
      // It finds groups by a prefix, and has no resource of its own.
      allow(of('logs', 'DescribeLogGroups'), [arn('logs', 'log-group:*')]),
    ],
  };
}

const gatewayService = 'ops.apigateway.amazonaws.com';
const gatewayRole = (global: RuntimeResources['global']): string =>
  global('iam', `role/aws-service-role/${gatewayService}/AWSServiceRoleForAPIGateway`);

/** Ids of APIs, certificates and domains are no names of ours: the tag of the stack tells them apart. */
function rightsOnGateways({ runtimes: { arn, global, region }, hostedZones, truststores }: DeployerWorld): Rights {
  const gateway = (path: string) => [`arn:${Aws.PARTITION}:apigateway:${region}::/${path}`];
  const apis = [
    allow(actions.newApi, gateway('apis'), taggedAs('RequestTag')),
    allow(actions.api, gateway('apis/*'), taggedAs('ResourceTag')),
  ];
  const domains = [
    allow(actions.newDomain, gateway('domainnames'), taggedAs('RequestTag')),
    allow(actions.domain, gateway('domainnames/*'), taggedAs('ResourceTag')),
  ];
  return {
    'AWS::ApiGatewayV2::Api': apis,
    'AWS::ApiGatewayV2::Integration': apis,
    'AWS::ApiGatewayV2::Route': apis,
    'AWS::ApiGatewayV2::Stage': apis,
    'AWS::ApiGatewayV2::DomainName': [
      ...domains,
      allow(of('s3', 'GetObject', 'GetObjectVersion'), truststores),
      // The first domain of an account makes the role by which API Gateway serves it.
      allow(of('iam', 'CreateServiceLinkedRole'), [gatewayRole(global)], { StringEquals: { 'iam:AWSServiceName': gatewayService } }),
    ],
    'AWS::ApiGatewayV2::ApiMapping': domains,
    'AWS::CertificateManager::Certificate': [
      allow(actions.newCertificate, ['*'], taggedAs('RequestTag')),
      allow(actions.certificate, [arn('acm', 'certificate/*')], taggedAs('ResourceTag')),
    ],
    'AWS::Route53::RecordSet':
      hostedZones.length === 0
        ? []
        : [
            allow(of('route53', 'ChangeResourceRecordSets', 'GetHostedZone', 'ListResourceRecordSets'), hostedZones),
            allow(of('route53', 'GetChange'), [`arn:${Aws.PARTITION}:route53:::change/*`]),
          ],
  };
}

/** The policy of the service role by which CloudFormation makes, changes and removes the stacks of Runtimes. */
export function deployerPolicy(world: DeployerWorld): Statement[] {
  return [...distinct(Object.values(rightsByType(world)).flat()), ...denials(world.runtimes)];
}

/** Services whose resources have the names that we give them: in these, a right beyond the names of Runtimes would be a mistake. */
const namedServices = ['dynamodb', 'events', 'iam', 'lambda'];

/** Services that no Runtime has to do with, and by which the control plane could be reached. */
const foreignServices = [
  'acm-pca',
  'cloudformation',
  'cognito-idp',
  'kms',
  'organizations',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
];

/** The control plane's own resources have this tag. */
const notTheControlPlane: Statement = {
  Sid: 'NotTheControlPlane',
  Effect: 'Deny',
  Action: ['*'],
  Resource: ['*'],
  Condition: { StringEquals: { 'aws:ResourceTag/application': 'compass' } },
};

/** Refuses whatever a later mistake might allow: everything that is not of a Runtime, and a Runtime's role without its bound. */
function denials({ named, arn, global }: RuntimeResources): Statement[] {
  return [
    {
      Sid: 'OnlyRuntimes',
      Effect: 'Deny',
      Action: namedServices.map((service) => `${service}:*`),
      NotResource: [
        arn('dynamodb', `table/${named}*`),
        arn('events', `event-bus/${named}*`),
        arn('events', `rule/${named}*`),
        global('iam', `role/${named}*`),
        global('iam', `policy/${named}*`),
        gatewayRole(global),
        arn('lambda', `function:${named}*`),
      ],
    },
    { Sid: 'NoOtherService', Effect: 'Deny', Action: foreignServices.map((service) => `${service}:*`), Resource: ['*'] },
    { Sid: 'RolesStayBounded', Effect: 'Deny', Action: ['iam:DeleteRolePermissionsBoundary'], Resource: ['*'] },
    notTheControlPlane,
  ];
}

/** Bound of every role of a stack: the data of Runtimes, and nothing of the control plane. */
export function boundaryPolicy({ named, arn, region }: RuntimeResources): Statement[] {
  return [
    allow(of('logs', 'CreateLogStream', 'PutLogEvents'), [arn('logs', `log-group:/aws/lambda/${named}*`)]),
    allow(
      of('dynamodb', 'BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      [arn('dynamodb', `table/${named}*`)],
    ),
    allow(of('events', 'PutEvents'), [arn('events', `event-bus/${named}*`)]),
    allow(of('ssm', 'GetParameter', 'PutParameter'), [arn('ssm', `parameter/${named}*`)]),
    // The key of SecureStrings, by way of Systems Manager alone.
    allow(of('kms', 'Decrypt', 'Encrypt', 'GenerateDataKey'), [arn('kms', 'key/*')], {
      StringLike: { 'kms:ViaService': `ssm.${region}.${Aws.URL_SUFFIX}` },
    }),
    {
      Sid: 'OnlyRuntimes',
      Effect: 'Deny',
      Action: ['dynamodb:*', 'events:*', 'lambda:*', 'logs:*', 'ssm:*'],
      NotResource: [
        arn('dynamodb', `table/${named}*`),
        arn('events', `event-bus/${named}*`),
        arn('lambda', `function:${named}*`),
        arn('logs', `log-group:/aws/lambda/${named}*`),
        arn('ssm', `parameter/${named}*`),
      ],
    },
    notTheControlPlane,
  ];
}
