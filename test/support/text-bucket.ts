import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { s3TextObjects } from '#shared/aws/text-objects.ts';
import type { TextObjects } from '#shared/bundles/text-objects.ts';

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
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const name = 'specifications';
  const client = new S3Client({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
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
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}

const refused = () => Promise.reject(new Error('there is no bucket here'));

/** For tests whose texts fit into the table. */
export const noTextBucket: TextObjects = { put: refused, get: refused, delete: refused, deleteUnder: refused };
