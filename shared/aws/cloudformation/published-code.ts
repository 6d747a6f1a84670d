import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RuntimeTarget } from '#shared/provisioning/drivers/runtime-targets.ts';
import { codeBucketOf, type StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';

/** The places from which CloudFormation reads the template, and Lambda the code. */
export interface PublishedCode {
  readonly bucket: string;
  readonly templateUrl: string;
}

export interface Publication {
  readonly settings: StackSettings;
  readonly target: RuntimeTarget;
  /** In the account of the control plane. */
  readonly published: S3Client;
  /** In the account of the target. */
  readonly objects: S3Client;
  readonly abortSignal: AbortSignal;
}

/** Gives another account copies of the template and the code that it lacks; a key is the hash of its content, so that a copy never grows old. */
export async function publishCode(publication: Publication): Promise<void> {
  const { settings, target } = publication;
  if (target.roleArn === undefined) return;
  const { codeBucket: Bucket, templateKey, parameters } = settings;
  const keys = new Set([templateKey, parameters.AgentCodeKey, parameters.GatewayCodeKey].filter((key) => key !== undefined));
  await Promise.all([...keys].map((Key) => copyUnlessThere(publication, { Bucket, Key }, Key)));
}

/** The bucket and the template for a target. */
export function publishedCode({ codeBucket, templateKey, templateUrl, prefix }: StackSettings, target: RuntimeTarget): PublishedCode {
  if (target.roleArn === undefined) return { bucket: codeBucket, templateUrl };
  const bucket = codeBucketOf(prefix, target.account, target.region);
  const { hostname } = new URL(templateUrl);
  const suffix = hostname.endsWith('.amazonaws.com.cn') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { bucket, templateUrl: `https://${bucket}.s3.${target.region}.${suffix}/${templateKey}` };
}

/** Copies an object of the control plane into the bucket of another account. */
export async function copyUnlessThere(
  { settings, target, published, objects, abortSignal }: Publication,
  source: { readonly Bucket: string; readonly Key: string; readonly VersionId?: string },
  Key: string,
): Promise<void> {
  const options = { abortSignal };
  const Bucket = codeBucketOf(settings.prefix, target.account, target.region);
  try {
    await objects.send(new HeadObjectCommand({ Bucket, Key }), options);
  } catch (error) {
    if ((error as Error).name !== 'NotFound') throw error;
    const { Body } = await published.send(new GetObjectCommand(source), options);
    await objects.send(new PutObjectCommand({ Bucket, Key, Body: await Body?.transformToByteArray() }), options);
  }
}
