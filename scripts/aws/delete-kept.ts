import { ACMPCAClient, DeleteCertificateAuthorityCommand, UpdateCertificateAuthorityCommand } from '@aws-sdk/client-acm-pca';
import { CloudWatchLogsClient, DeleteLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, DeleteUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { DeleteBucketCommand, DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ClientSettings } from './client-settings.ts';
import type { KeptResource } from './kept-resources.ts';

/** The shortest that AWS takes: for so long a deletion can be taken back. */
const patienceInDays = 7;

/** Deletes what outlived a deployment. Keys and authorities can be brought back for a week, everything else is gone. What is gone already is passed over. */
export async function deleteKept(resources: readonly KeptResource[], settings: ClientSettings): Promise<void> {
  const deletions = deletionsOf(settings);
  for (const { type, id } of resources) {
    const remove = deletions[type];
    if (!remove) throw new Error(`${type} ${id} outlives its stack, and no deletion of it is known here`);
    await remove(id).catch(unlessGone);
  }
}

/** Names and messages of errors for a resource that is not there, or is on its way out. */
const gone = /NotFound|NoSuch|does not exist|can't find|pending deletion|InvalidState/i;

function unlessGone(error: Error): void {
  if (!gone.test(`${error.name} ${error.message}`)) throw error;
}

function deletionsOf(settings: ClientSettings): Readonly<Record<string, (id: string) => Promise<unknown>>> {
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  const authorities = new ACMPCAClient(settings);
  return {
    'AWS::DynamoDB::Table': (TableName) => new DynamoDBClient(settings).send(new DeleteTableCommand({ TableName })),
    'AWS::S3::Bucket': (bucket) => deleteBucket(s3, bucket),
    'AWS::SecretsManager::Secret': (SecretId) =>
      new SecretsManagerClient(settings).send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true })),
    'AWS::Cognito::UserPool': (UserPoolId) => new CognitoIdentityProviderClient(settings).send(new DeleteUserPoolCommand({ UserPoolId })),
    'AWS::KMS::Key': (KeyId) =>
      new KMSClient(settings).send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: patienceInDays })),
    'AWS::Logs::LogGroup': (logGroupName) => new CloudWatchLogsClient(settings).send(new DeleteLogGroupCommand({ logGroupName })),
    'AWS::ACMPCA::CertificateAuthority': async (CertificateAuthorityArn) => {
      await authorities.send(new UpdateCertificateAuthorityCommand({ CertificateAuthorityArn, Status: 'DISABLED' }));
      await authorities.send(
        new DeleteCertificateAuthorityCommand({ CertificateAuthorityArn, PermanentDeletionTimeInDays: patienceInDays }),
      );
    },
  };
}

/** A bucket must be empty, of old versions too. */
async function deleteBucket(client: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) break;
    const { Errors: [error] = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (error) throw new Error(`${Bucket}/${error.Key} was not deleted: ${error.Code}`);
  }
  await client.send(new DeleteBucketCommand({ Bucket }));
}
