import { ACMPCAClient, DescribeCertificateAuthorityCommand } from '@aws-sdk/client-acm-pca';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type Check, ok, todo } from './finding.ts';
import { statefulResources } from './stateful-resources.ts';

/** Checks the keys of a deployment that exists. */
export const checkKeys: Check = async (ground) => {
  const keys = await statefulResources(ground, 'AWS::KMS::Key');
  const kms = new KMSClient(ground.clients);
  return Promise.all(
    keys.map(async (KeyId) => {
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
