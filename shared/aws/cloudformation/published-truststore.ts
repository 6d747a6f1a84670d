import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { codeBucketOf, truststoreKeyOf } from '#shared/provisioning/drivers/stack-settings.ts';
import { copyUnlessThere, type Publication } from './published-code.ts';

/** A version of the truststore, as the parameters of a stack name it. */
export interface NamedTruststore {
  readonly TruststoreUri: string;
  readonly TruststoreVersion: string;
}

export const noTruststore: NamedTruststore = { TruststoreUri: '', TruststoreVersion: '' };

/** Looked up, and not given by a stack: CloudFormation changes no output that another stack imports, so that a rotation could not be deployed. */
export const newestVersion = async ({ settings, published, abortSignal }: Publication): Promise<string> => {
  const { bucket, key } = settings.truststore;
  const { VersionId = '' } = await published.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal });
  return VersionId;
};

/** Elsewhere it is a copy with the version in its key: API Gateway reads it with the rights of the target's service role. */
export function truststoreOf({ settings, target }: Publication, version: string): NamedTruststore {
  const { bucket, key } = settings.truststore;
  if (target.roleArn === undefined) return { TruststoreUri: `s3://${bucket}/${key}`, TruststoreVersion: version };
  const copies = codeBucketOf(settings.prefix, target.account, target.region);
  return { TruststoreUri: `s3://${copies}/${truststoreKeyOf(version)}`, TruststoreVersion: '' };
}

/** Gives another account its copy of a version. */
export async function publishTruststore(publication: Publication, version: string): Promise<void> {
  if (publication.target.roleArn === undefined) return;
  const { bucket: Bucket, key: Key } = publication.settings.truststore;
  await copyUnlessThere(publication, { Bucket, Key, ...(version && { VersionId: version }) }, truststoreKeyOf(version));
}
