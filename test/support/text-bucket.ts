import { CreateBucketCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { s3TextObjects } from '#shared/aws/text-objects.ts';
import type { TextObjects } from '#shared/bundles/text-objects.ts';
import { startObjectStore } from './object-store.ts';

export interface TextBucket {
  readonly endpoint: string;
  readonly name: string;
  readonly client: S3Client;
  readonly textObjects: TextObjects;
  /** The keys of everything in it. */
  keys(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts the S3 engine in memory, with a bucket for texts. */
export async function startTextBucket(): Promise<TextBucket> {
  const { endpoint, client, stop } = await startObjectStore();
  const name = 'specifications';
  await client.send(new CreateBucketCommand({ Bucket: name }));
  return {
    endpoint,
    name,
    client,
    textObjects: s3TextObjects(client, name),
    keys: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name }));
      return Contents.map(({ Key = '' }) => Key);
    },
    stop,
  };
}

const refused = () => Promise.reject(new Error('there is no bucket here'));

/** For tests whose texts fit into the table. */
export const noTextBucket: TextObjects = {
  put: refused,
  putStream: refused,
  get: refused,
  downloadUrl: refused,
  delete: refused,
  deleteUnder: refused,
};
