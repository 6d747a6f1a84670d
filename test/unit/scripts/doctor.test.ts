import { CloudFormationClient, DescribeStackResourcesCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
  ListGroupsCommand,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetHostedZoneCommand, NoSuchHostedZone, Route53Client } from '@aws-sdk/client-route-53';
import { HeadBucketCommand, NotFound, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ListSubscriptionsByTopicCommand, NotFoundException, SNSClient } from '@aws-sdk/client-sns';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StageFile } from '#infra/setting-schema.ts';
import { examine } from '../../../scripts/aws/doctor/examine.ts';
import type { Finding } from '../../../scripts/aws/doctor/finding.ts';

const sts = mockClient(STSClient);
const ssm = mockClient(SSMClient);
const lambda = mockClient(LambdaClient);
const cloudFormation = mockClient(CloudFormationClient);
const dynamo = mockClient(DynamoDBClient);
const s3 = mockClient(S3Client);
const secrets = mockClient(SecretsManagerClient);
const logs = mockClient(CloudWatchLogsClient);
const cognito = mockClient(CognitoIdentityProviderClient);
const kms = mockClient(KMSClient);
const sns = mockClient(SNSClient);
const zones = mockClient(Route53Client);

const account = '111122223333';
const error = { message: 'no', $metadata: {} };

/** An account that is ready for a first deployment. */
beforeEach(() => {
  for (const client of [sts, ssm, lambda, cloudFormation, dynamo, s3, secrets, logs, cognito, kms, sns, zones]) client.reset();
  zones.on(GetHostedZoneCommand).rejects(new NoSuchHostedZone(error));
  sts.on(GetCallerIdentityCommand).resolves({ Account: account, Arn: `arn:aws:iam::${account}:role/operator` });
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '25' } });
  lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 1000 } });
  cloudFormation.on(DescribeStacksCommand).rejects(new Error('Stack with id compass-dev-stateful does not exist'));
  dynamo.on(DescribeTableCommand).rejects(new ResourceNotFoundException(error));
  s3.on(HeadBucketCommand).rejects(new NotFound(error));
  secrets.on(DescribeSecretCommand).rejects(new ResourceNotFoundException(error));
  logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [] });
  cognito.on(DescribeUserPoolDomainCommand).resolves({ DomainDescription: {} });
  sns.on(ListSubscriptionsByTopicCommand).rejects(new NotFoundException(error));
});

async function findings(settings: Partial<StageFile> = {}): Promise<Finding[]> {
  const file = { account, region: 'eu-central-1', alarmEmail: 'on-call@example.com', ...settings };
  const found: Finding[] = [];
  const stage = { name: 'dev', prefix: 'compass-dev', file, clients: { region: file.region } };
  for await (const finding of examine(stage)) found.push(finding);
  return found;
}

/** Makes the account have a deployment whose stack with the data has one resource. */
function deployedWith(ResourceType: string, PhysicalResourceId: string): void {
  const [Timestamp, ResourceStatus] = [new Date(), 'CREATE_COMPLETE'] as const;
  cloudFormation.on(DescribeStacksCommand).resolves({
    Stacks: [{ StackName: 'compass-dev-stateful', StackStatus: 'UPDATE_COMPLETE', CreationTime: Timestamp }],
  });
  cloudFormation.on(DescribeStackResourcesCommand).resolves({
    StackResources: [{ LogicalResourceId: 'R', ResourceType, PhysicalResourceId, Timestamp, ResourceStatus }],
  });
}

const todosOf = (found: readonly Finding[]) => found.filter(({ verdict }) => verdict === 'todo');

describe('the doctor', () => {
  it('has nothing to do in an account that is ready', async () => {
    expect(todosOf(await findings())).toEqual([]);
  });

  it('looks no further in another account than that of the stage', async () => {
    const found = await findings({ account: '999999999999' });
    expect(found).toMatchObject([{ verdict: 'todo', advice: expect.stringContaining('999999999999') }]);
    expect(ssm.commandCalls(GetParameterCommand)).toEqual([]);
  });

  it('says how to sign in if there are no credentials', async () => {
    sts.on(GetCallerIdentityCommand).rejects(Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' }));
    expect(await findings()).toMatchObject([{ verdict: 'todo', advice: expect.stringContaining('AWS_PROFILE') }]);
  });

  it.each([
    ['is missing', () => ssm.on(GetParameterCommand).rejects(new ParameterNotFound(error))],
    ['is too old', () => ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '5' } })],
  ])('names the command of the bootstrap if it %s', async (_, given) => {
    given();
    expect(todosOf(await findings())).toMatchObject([{ advice: `npx cdk bootstrap aws://${account}/eu-central-1` }]);
  });

  it('wants a second bootstrap where the firewall is', async () => {
    ssm
      .on(GetParameterCommand)
      .resolvesOnce({ Parameter: { Value: '25' } })
      .rejects(new ParameterNotFound(error));
    const firewall = { requestsPerAddress: 6000, managedRules: 'block', directCalls: 'refused' } as const;
    const settings = { publicDomainName: 'api.example.com', publicHostedZoneId: 'Z2', firewall };
    expect(todosOf(await findings(settings)).map(({ advice }) => advice)).toContain(`npx cdk bootstrap aws://${account}/us-east-1`);
    expect(sns.commandCalls(ListSubscriptionsByTopicCommand).map(({ args: [command] }) => command.input.TopicArn)).toEqual([
      `arn:aws:sns:eu-central-1:${account}:compass-dev-alarms`,
      `arn:aws:sns:us-east-1:${account}:compass-dev-firewall-alarms`,
    ]);
  });

  it('asks for a higher quota where Lambda runs ten functions at the same time, as in a new account', async () => {
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } });
    expect(todosOf(await findings())).toMatchObject([{ advice: expect.stringContaining('L-B99A9384') }]);
  });

  it('wants the setting by which an alarm rings to be the quota of the account', async () => {
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 500 } });
    expect(todosOf(await findings())).toMatchObject([{ advice: expect.stringContaining('"accountConcurrency": 500') }]);
    expect(todosOf(await findings({ accountConcurrency: 500 }))).toEqual([]);
  });

  it.each([
    ['table', () => dynamo.on(DescribeTableCommand).resolves({})],
    ['bucket', () => s3.on(HeadBucketCommand).resolves({})],
    [
      'bucket',
      () =>
        s3
          .on(HeadBucketCommand)
          .rejects(new S3ServiceException({ name: 'Forbidden', $fault: 'client', $metadata: { httpStatusCode: 403 } })),
    ],
    ['secret', () => secrets.on(DescribeSecretCommand).resolves({})],
    ['log groups', () => logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [{}] })],
    ['address', () => cognito.on(DescribeUserPoolDomainCommand).resolves({ DomainDescription: { Domain: 'compass-dev' } })],
  ])('finds a name of a first deployment that is taken: %s', async (what, given) => {
    given();
    expect(todosOf(await findings())).toMatchObject([{ what: expect.stringMatching(`^taken: ${what}`) }]);
  });

  it('finds a key of a deployment that is not enabled, and does not look for free names then', async () => {
    deployedWith('AWS::KMS::Key', 'k');
    kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: 'k', Description: 'data', KeyState: 'PendingDeletion' } });
    expect(todosOf(await findings())).toMatchObject([{ what: 'key "data" is PendingDeletion' }]);
    expect(dynamo.commandCalls(DescribeTableCommand)).toEqual([]);
  });

  it('counts the OAuth clients and groups of the user pool, and says so when there is little room left', async () => {
    deployedWith('AWS::Cognito::UserPool', 'pool');
    const page = (count: number) => Array.from({ length: count }, () => ({}));
    cognito
      .on(ListUserPoolClientsCommand)
      .resolvesOnce({ UserPoolClients: page(400), NextToken: 'more' })
      .resolves({ UserPoolClients: page(400) });
    cognito.on(ListGroupsCommand).resolves({ Groups: page(12) });
    const found = await findings();
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'note', what: 'user pool has 800 clients of 1000' }));
    expect(found).toContainEqual({ verdict: 'ok', what: 'user pool has 12 groups of 10000' });
  });

  it('finds a subscriber of the alarms who has not confirmed', async () => {
    sns.on(ListSubscriptionsByTopicCommand).resolves({
      Subscriptions: [{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'on-call@example.com' }],
    });
    expect(todosOf(await findings())).toMatchObject([{ what: 'on-call@example.com has not confirmed its subscription of the alarms' }]);
  });

  it('takes a check that is refused for something to do, and goes on', async () => {
    lambda.on(GetAccountSettingsCommand).rejects(Object.assign(new Error('denied'), { name: 'AccessDeniedException' }));
    const found = await findings();
    expect(todosOf(found)).toMatchObject([{ what: expect.stringContaining('AccessDeniedException') }]);
    expect(found.at(-1)?.what).not.toContain('AccessDenied');
  });
});
