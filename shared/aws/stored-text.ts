import { GetObjectCommand } from '@aws-sdk/client-s3';
import { s3Client } from './s3-client.ts';

/** An object that is read as text again and again, by one client. Reading throws where there is none. */
export function storedText(bucket: string, key: string): { read(): Promise<string> } {
  const client = s3Client();
  return {
    read: async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
  };
}
