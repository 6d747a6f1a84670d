import { describe, expect, it } from 'vitest';
import { acmPcaContext, completeContext, deploymentUnderTest } from './deployment-under-test.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: Readonly<Record<string, unknown>> | string;
  readonly Action: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Types of resources that say who may do what, apart from the policies of roles. */
const withPolicies = [
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::KMS::Key',
  'AWS::Logs::ResourcePolicy',
  'AWS::Lambda::Permission',
];

/** The service role of the stacks of Runtimes, and its boundary: `runtime-deployer.test.ts` decides requests by them. */
const deployerRole = 'RuntimeDriversDeployerRole';
const deployerBoundary = 'RuntimeDriversDeployerBoundary';

const contexts = [
  ['KMS', completeContext],
  ['ACM PCA', acmPcaContext],
] as const;

describe.each(contexts)('with certificates by %s', (_, context) => {
  const { all, ofType } = deploymentUnderTest(context);

  const documentOf = (properties: Record<string, unknown>) => {
    const document = properties.PolicyDocument ?? properties.KeyPolicy;
    return (typeof document === 'string' ? JSON.parse(document) : document) as { Statement: Statement[] };
  };

  /** Statements of the policies of resources, each as `kind: principal may actions if conditions`. */
  const allowed = withPolicies
    .filter((type) => type !== 'AWS::Lambda::Permission')
    .flatMap((type) => ofType(type).map(({ properties }) => ({ type, statements: documentOf(properties).Statement })))
    .flatMap(({ type, statements }) => statements.filter(({ Effect }) => Effect === 'Allow').map((statement) => ({ type, ...statement })))
    .map(({ type, Principal, Action, Condition = {} }) => {
      const conditions = Object.values(Condition).flatMap((tests) => Object.entries(tests).map(([key, value]) => `${key}=${value}`));
      const principal = typeof Principal === 'string' ? Principal : Object.values(Principal).join();
      return `${type.split('::')[1]}: ${principal} may ${[Action].flat().join()}${conditions.length > 0 ? ` if ${conditions.join()}` : ''}`;
    });

  const account = 'arn:AWS::Partition:iam::AWS::AccountId:root';
  const alarms = 'arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:compass-test-*';
  const rules = 'arn:AWS::Partition:events:AWS::Region:AWS::AccountId:rule/compass-test-events/*';
  const sealing = 'kms:CreateGrant,kms:Decrypt,kms:DescribeKey,kms:Encrypt,kms:GenerateDataKey*,kms:ReEncrypt*';
  const encrypting = 'kms:Decrypt,kms:Encrypt,kms:GenerateDataKey*,kms:ReEncrypt*';

  it('policies of resources let in services of this account, and no other principal', () => {
    const known = [
      `KMS: ${account} may kms:*`,
      `KMS: ${account} may ${sealing} if kms:ViaService=secretsmanager.AWS::Region.amazonaws.com`,
      `KMS: events.amazonaws.com may ${encrypting} if aws:SourceAccount=AWS::AccountId`,
      'S3: cloudfront.amazonaws.com may s3:GetObject if AWS:SourceArn=arn:AWS::Partition:cloudfront::AWS::AccountId:distribution/ConsoleDistribution',
      'S3: logging.s3.amazonaws.com may s3:PutObject if aws:SourceArn=SpecificationsBucket.Arn,aws:SourceAccount=AWS::AccountId',
      'S3: logging.s3.amazonaws.com may s3:PutObject if aws:SourceArn=TruststoreBucket.Arn,aws:SourceAccount=AWS::AccountId',
      'S3: logging.s3.amazonaws.com may s3:PutObject if aws:SourceArn=RevocationListsBucket.Arn,aws:SourceAccount=AWS::AccountId',
      'SQS: events.amazonaws.com may sqs:GetQueueAttributes,sqs:GetQueueUrl,sqs:SendMessage if aws:SourceAccount=AWS::AccountId',
      `SQS: events.amazonaws.com may sqs:SendMessage if aws:SourceAccount=AWS::AccountId,aws:SourceArn=${rules}`,
      // EventBridge sends to topics without a context that a condition could ask for.
      'SNS: events.amazonaws.com may sns:Publish',
      `SNS: cloudwatch.amazonaws.com may sns:Publish if aws:SourceAccount=AWS::AccountId,aws:SourceArn=${alarms}`,
      'SNS: budgets.amazonaws.com may sns:Publish if aws:SourceAccount=AWS::AccountId,aws:SourceArn=arn:AWS::Partition:budgets::AWS::AccountId:*',
      'Logs: events.amazonaws.com may logs:CreateLogStream,logs:PutLogEvents',
    ];
    expect([...new Set(allowed)].filter((one) => !known.includes(one))).toEqual([]);
    expect(allowed.length).toBeGreaterThan(10);
  });

  it('functions are called by the gateway and by rules of ours alone, each for its own route', () => {
    const permissions = ofType('AWS::Lambda::Permission').map(({ properties }) => properties);
    expect(permissions.length).toBeGreaterThan(10);
    for (const { Action, Principal, SourceArn } of permissions) {
      expect(Action).toBe('lambda:InvokeFunction');
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com']).toContain(Principal);
      const source =
        Principal === 'events.amazonaws.com' ? /^\w+Rule\.Arn$/ : /AWS::AccountId:(PublicApi|MutualTlsApi)\/\*\/\*\/[\w./{}-]+$/;
      expect(SourceArn).toMatch(source);
    }
  });

  it('no other kind of resource has a policy', () => {
    // Those of headers let no principal in.
    const ofNoAccess = ['AWS::IAM::Policy', 'AWS::CloudFront::ResponseHeadersPolicy'];
    const other = all.filter(
      ({ type, properties }) =>
        !withPolicies.includes(type) &&
        (/(Policy|Permission|::Url)$/.test(type) ||
          'ResourcePolicy' in properties ||
          'Policy' in properties ||
          'AccessPolicy' in properties),
    );
    expect(other.filter(({ type }) => !ofNoAccess.includes(type)).map(({ id }) => id)).toEqual([deployerBoundary]);
  });

  it('roles have the policies that name them, which the tests of least privilege read, and no managed or inline ones but one', () => {
    for (const { properties, id } of ofType('AWS::IAM::Role')) {
      expect(properties.ManagedPolicyArns, id).toBeUndefined();
      if (id !== deployerRole) expect(properties.Policies, id).toBeUndefined();
    }
    for (const { properties, id } of ofType('AWS::IAM::Policy')) {
      expect(properties.Roles, id).toHaveLength(1);
      expect(properties.Users ?? properties.Groups, id).toBeUndefined();
    }
    const iam = new Set(all.map(({ type }) => type).filter((type) => type.startsWith('AWS::IAM::')));
    expect([...iam].sort()).toEqual(['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role']);
  });

  it('roles are taken on by the services that run functions, workflows and stacks of Runtimes, and by no account', () => {
    for (const { properties, id } of ofType('AWS::IAM::Role')) {
      const principals = properties.AssumeRolePolicyDocument.Statement.map(({ Principal }: Statement) => JSON.stringify(Principal));
      const services = id === deployerRole ? 'cloudformation' : '(lambda|states)';
      expect(principals, id).toEqual([expect.stringMatching(new RegExp(`^\\{"Service":"${services}\\.amazonaws\\.com"\\}$`))]);
    }
  });

  it('functions do not log the events that they are called with', () => {
    for (const { properties, id } of ofType('AWS::Lambda::Function')) {
      const variables = Object.keys(properties.Environment?.Variables ?? {});
      expect(
        variables.filter((name) => /^POWERTOOLS_(LOGGER_LOG_EVENT|DEV)$|^AWS_LAMBDA_LOG_LEVEL$/.test(name)),
        id,
      ).toEqual([]);
    }
  });
});
