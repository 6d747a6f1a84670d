import type { X509Certificate } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';

interface Truststore {
  readonly objects: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/**
 * Reads the certificates of the truststore; none before the first publication. Only S3's answer that the object does not exist means none: a refused
 * or failed read must not replace the root that clients rely on.
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
