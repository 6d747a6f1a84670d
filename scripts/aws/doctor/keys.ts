import { ACMPCAClient, DescribeCertificateAuthorityCommand } from '@aws-sdk/client-acm-pca';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { statefulStackOf, statusOf } from '../deploy.ts';
import { type Check, ok, todo } from './finding.ts';

/** Checks the keys of a deployment that exists. */
export const checkKeys: Check = async ({ stage, clients }) => {
  const cloudFormation = new CloudFormationClient(clients);
  const StackName = statefulStackOf(stage.prefix);
  if ((await statusOf({ cloudFormation }, StackName)) === undefined) return [];
  const { StackResources = [] } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName }));
  const keys = StackResources.filter(({ ResourceType, PhysicalResourceId }) => ResourceType === 'AWS::KMS::Key' && PhysicalResourceId);
  const kms = new KMSClient(clients);
  return Promise.all(
    keys.map(async ({ PhysicalResourceId: KeyId = '' }) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      const what = `key "${KeyMetadata?.Description}" is ${KeyMetadata?.KeyState}`;
      return KeyMetadata?.KeyState === 'Enabled' ? ok(what) : todo(what, `docs/runbook.md#endangered-keys, with ${KeyId}`);
    }),
  );
};

/** Checks a private authority that is not of the deployment. */
export const checkAuthority: Check = async ({ stage: { file }, clients }) => {
  const arn = file?.certificateAuthorityArn;
  if (!arn) return [];
  const client = new ACMPCAClient(clients);
  const { CertificateAuthority } = await client.send(new DescribeCertificateAuthorityCommand({ CertificateAuthorityArn: arn }));
  const what = `authority ${arn} is ${CertificateAuthority?.Status}`;
  return [CertificateAuthority?.Status === 'ACTIVE' ? ok(what) : todo(what, 'Activate it in ACM Private CA, or name another authority.')];
};
