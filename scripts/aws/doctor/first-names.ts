import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, DescribeUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { statefulStackOf } from '../deploy.ts';
import { statusOf } from '../stack-status.ts';
import { type Check, type Ground, isMissing, ok, todo } from './finding.ts';

/** Beginnings of the names of log groups, before the deployment's prefix. */
const logFolders = ['/aws/events/', '/aws/lambda/', '/aws/vendedlogs/', '/aws/vendedlogs/states/'];

/** Checks that the fixed names of a first deployment are free: what an earlier one kept has them still. */
export const checkFirstNames: Check = async (ground) => {
  const { stage, clients } = ground;
  const status = await statusOf({ cloudFormation: new CloudFormationClient(clients) }, statefulStackOf(stage.prefix));
  if (status !== undefined) return [ok(`deployed before: ${statefulStackOf(stage.prefix)} is ${status}`)];
  const found = await Promise.all(Object.entries(lookUps(ground)).map(async ([name, isTaken]) => ((await isTaken()) ? [name] : [])));
  const taken = found.flat();
  if (taken.length === 0) return [ok('the names of a first deployment are free')];
  const advice = `Delete them (docs/deploying.md#remove), or choose another name for the stage than ${stage.name}.`;
  return [todo(`taken: ${taken.join(', ')}`, advice)];
};

function lookUps({ account, region, stage: { prefix, file }, clients }: Ground): Readonly<Record<string, () => Promise<boolean>>> {
  const [table, bucket, secret] = [`${prefix}-control-plane`, `${prefix}-crl-${account}-${region}`, `${prefix}/sealing-key`];
  const domain = `${prefix}-${account}`;
  return {
    [`table ${table}`]: () => exists(new DynamoDBClient(clients).send(new DescribeTableCommand({ TableName: table }))),
    [`bucket ${bucket}`]: () => bucketExists(clients, bucket),
    [`secret ${secret}`]: () => exists(new SecretsManagerClient(clients).send(new DescribeSecretCommand({ SecretId: secret }))),
    ...Object.fromEntries(
      logFolders.map((folder) => [`log groups ${folder}${prefix}-*`, () => hasLogGroups(clients, `${folder}${prefix}-`)]),
    ),
    ...(!file?.oidcIssuer && {
      [`address ${domain} of the sign-in page`]: async () => {
        const client = new CognitoIdentityProviderClient(clients);
        const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain: domain }));
        return DomainDescription?.Domain !== undefined;
      },
    }),
  };
}

async function hasLogGroups(clients: Ground['clients'], logGroupNamePrefix: string): Promise<boolean> {
  const { logGroups = [] } = await new CloudWatchLogsClient(clients).send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
  return logGroups.length > 0;
}

const exists = (look: Promise<unknown>): Promise<boolean> =>
  look.then(
    () => true,
    (error) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );

/** A bucket of another account answers with a refusal, and its name is taken too. */
async function bucketExists(clients: Ground['clients'], Bucket: string): Promise<boolean> {
  try {
    return await exists(new S3Client({ ...clients, forcePathStyle: true }).send(new HeadBucketCommand({ Bucket })));
  } catch (error) {
    if (error instanceof Error && '$metadata' in error && (error.$metadata as { httpStatusCode?: number }).httpStatusCode === 403)
      return true;
    throw error;
  }
}
