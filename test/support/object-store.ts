import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';

export interface ObjectStore {
  readonly endpoint: string;
  readonly client: S3Client;
  stop(): Promise<void>;
}

/** Starts the S3 engine in memory, without a bucket. */
export async function startObjectStore(): Promise<ObjectStore> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint, region: 'eu-central-1', credentials, forcePathStyle: true });
  return {
    endpoint,
    client,
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
