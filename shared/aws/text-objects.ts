import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { TextObjects } from '../bundles/text-objects.ts';
import { AppError } from '../core/errors.ts';

const contentType = 'text/plain; charset=utf-8';

/** The smallest part that S3 takes, but for the last one. A text that fits into one is put by one request. */
const partBytes = 5 * 1024 * 1024;

export function s3TextObjects(client: S3Client, bucket: string): TextObjects {
  // Both packages bring a copy of the same base class, of which the compiler knows no more than that there are two.
  const signing = client as unknown as Parameters<typeof getSignedUrl>[0];
  return {
    put: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: contentType }));
    },

    putStream: async (Key, bytes) => {
      // One part at a time, so that a text takes no more memory than two of them. The bucket's lifecycle ends an upload that is not ended here.
      const params = { Bucket: bucket, Key, Body: Readable.from(bytes), ContentType: contentType };
      await new Upload({ client, params, partSize: partBytes, queueSize: 1 }).done();
    },

    get: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    downloadUrl: (Key, expiresIn) => {
      // A browser that opens the address stores the text, and runs nothing in it.
      const command = new GetObjectCommand({ Bucket: bucket, Key, ResponseContentDisposition: 'attachment' });
      return getSignedUrl(signing, command as never, { expiresIn });
    },

    delete: async (Key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },

    deleteUnder: async (prefix) => {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        const Objects = Contents.map(({ Key }) => ({ Key }));
        if (Objects.length === 0) continue;
        const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
        if (Errors.length > 0) throw new AppError('InternalError', `${Errors.length} objects could not be deleted`);
      }
    },
  };
}
