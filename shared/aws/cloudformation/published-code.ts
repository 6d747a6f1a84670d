import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RuntimeTarget } from '#shared/provisioning/drivers/runtime-targets.ts';
import { codeBucketOf, type StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';

/** The places from which CloudFormation reads the template, and Lambda the code. */
export interface PublishedCode {
  readonly bucket: string;
  readonly templateUrl: string;
}

interface Publication {
  readonly settings: StackSettings;
  readonly target: RuntimeTarget;
  /** In the account of the control plane. */
  readonly published: S3Client;
  /** In the account of the target. */
  readonly objects: S3Client;
  readonly abortSignal: AbortSignal;
}

/** Template and code for a target. Another account gets copies of those that it lacks; a key is the hash of its content, so that a copy never grows old. */
export async function publishedCode(publication: Publication): Promise<PublishedCode> {
  const { settings, target } = publication;
  const { codeBucket, templateKey, templateUrl, parameters, prefix } = settings;
  if (target.roleArn === undefined) return { bucket: codeBucket, templateUrl };
  const bucket = codeBucketOf(prefix, target.account, target.region);
  const keys = new Set([templateKey, parameters.AgentCodeKey, parameters.GatewayCodeKey].filter((key) => key !== undefined));
  await Promise.all([...keys].map((key) => copyUnlessThere(publication, bucket, key)));
  const { hostname } = new URL(templateUrl);
  const suffix = hostname.endsWith('.amazonaws.com.cn') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { bucket, templateUrl: `https://${bucket}.s3.${target.region}.${suffix}/${templateKey}` };
}

async function copyUnlessThere({ settings, published, objects, abortSignal }: Publication, Bucket: string, Key: string): Promise<void> {
  const options = { abortSignal };
  try {
    await objects.send(new HeadObjectCommand({ Bucket, Key }), options);
  } catch (error) {
    if ((error as Error).name !== 'NotFound') throw error;
    const { Body } = await published.send(new GetObjectCommand({ Bucket: settings.codeBucket, Key }), options);
    await objects.send(new PutObjectCommand({ Bucket, Key, Body: await Body?.transformToByteArray() }), options);
  }
}
