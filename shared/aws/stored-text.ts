import { GetObjectCommand } from '@aws-sdk/client-s3';
import { s3Client } from './s3-client.ts';

/** Reads an object as text; throws where there is none. */
export async function storedText(bucket: string, key: string): Promise<string> {
  const { Body } = await s3Client().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}
