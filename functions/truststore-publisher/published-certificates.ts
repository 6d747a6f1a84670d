import type { X509Certificate } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';

interface Truststore {
  readonly objects: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/**
 * What is in the truststore, nothing before the first publication. Only S3's word that there is no object counts as nothing: whoever took a
 * refused or failed read for it would put a new root in the place of the one that clients rely on.
 */
export async function publishedCertificates({ objects, bucket, key }: Truststore): Promise<X509Certificate[]> {
  try {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return certificatesOf((await Body?.transformToString()) ?? '');
  } catch (error) {
    if (error instanceof NoSuchKey) return [];
    throw error;
  }
}
