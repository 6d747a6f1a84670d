import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { DescribeKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { KeptResource } from '../aws/kept-resources.ts';
import type { Emulator } from './ministack.ts';

/** Lists what the account has under such names, as each service tells. A key has its description, and is gone when it waits for its deletion. */
export async function inventory(emulator: Emulator, names: RegExp): Promise<KeptResource[]> {
  const found = await Promise.all(
    Object.entries(listers(emulator)).map(async ([type, list]) =>
      (await list()).filter(({ name = '' }) => names.test(name)).map(({ id, name }) => ({ type, id: id ?? name ?? '' })),
    ),
  );
  return found.flat().sort((a, b) => `${a.type} ${a.id}`.localeCompare(`${b.type} ${b.id}`));
}

interface Listed {
  readonly name: string | undefined;
  /** The physical id where it is not the name. */
  readonly id?: string | undefined;
}

function listers({ client: settings }: Emulator): Readonly<Record<string, () => Promise<Listed[]>>> {
  return {
    'AWS::DynamoDB::Table': async () => {
      const { TableNames = [] } = await new DynamoDBClient(settings).send(new ListTablesCommand({}));
      return TableNames.map((name) => ({ name }));
    },
    'AWS::S3::Bucket': async () => {
      const { Buckets = [] } = await new S3Client({ ...settings, forcePathStyle: true }).send(new ListBucketsCommand({}));
      return Buckets.map(({ Name: name }) => ({ name }));
    },
    'AWS::SecretsManager::Secret': async () => {
      const { SecretList = [] } = await new SecretsManagerClient(settings).send(new ListSecretsCommand({}));
      // The emulator takes the name of a secret for its physical id, where AWS has the ARN.
      return SecretList.filter(({ DeletedDate }) => !DeletedDate).map(({ Name: name }) => ({ name }));
    },
    'AWS::Cognito::UserPool': async () => {
      const { UserPools = [] } = await new CognitoIdentityProviderClient(settings).send(new ListUserPoolsCommand({ MaxResults: 60 }));
      return UserPools.map(({ Name: name, Id: id }) => ({ name, id }));
    },
    'AWS::KMS::Key': () => keys(new KMSClient(settings)),
    'AWS::Logs::LogGroup': async () => {
      const { logGroups = [] } = await new CloudWatchLogsClient(settings).send(new DescribeLogGroupsCommand({}));
      return logGroups.map(({ logGroupName: name }) => ({ name }));
    },
    'AWS::SQS::Queue': async () => {
      const { QueueUrls = [] } = await new SQSClient(settings).send(new ListQueuesCommand({}));
      return QueueUrls.map((name) => ({ name }));
    },
    'AWS::Lambda::Function': async () => {
      const { Functions = [] } = await new LambdaClient(settings).send(new ListFunctionsCommand({}));
      return Functions.map(({ FunctionName: name }) => ({ name }));
    },
    'AWS::Events::EventBus': async () => {
      const { EventBuses = [] } = await new EventBridgeClient(settings).send(new ListEventBusesCommand({}));
      return EventBuses.map(({ Name: name }) => ({ name }));
    },
  };
}

async function keys(client: KMSClient): Promise<Listed[]> {
  const { Keys = [] } = await client.send(new ListKeysCommand({}));
  const described = await Promise.all(Keys.map(({ KeyId }) => client.send(new DescribeKeyCommand({ KeyId }))));
  return described
    .flatMap(({ KeyMetadata }) => KeyMetadata ?? [])
    .filter(({ KeyState }) => KeyState !== 'PendingDeletion')
    .map(({ Description: name, KeyId: id }) => ({ name, id }));
}
