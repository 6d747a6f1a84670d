import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { TextObjects } from '../bundles/text-objects.ts';
import { AppError } from '../core/errors.ts';

const contentType = 'text/plain; charset=utf-8';

/** The smallest part that S3 takes, but for the last one. */
const minPartBytes = 5 * 1024 * 1024;

export function s3TextObjects(client: S3Client, bucket: string): TextObjects {
  // Both packages bring a copy of the same base class, of which the compiler knows no more than that there are two.
  const signing = client as unknown as Parameters<typeof getSignedUrl>[0];
  return {
    put: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: contentType }));
    },

    putStream: async (Key, bytes) => {
      const object = { Bucket: bucket, Key };
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...object, ContentType: contentType }));
      const upload = { ...object, UploadId };
      try {
        const parts: CompletedPart[] = [];
        for await (const Body of inParts(bytes)) {
          const PartNumber = parts.length + 1;
          const { ETag, ChecksumCRC32 } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
          parts.push({ PartNumber, ETag, ChecksumCRC32 });
        }
        await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
      } catch (error) {
        // The bucket's lifecycle ends an upload that is not ended here.
        await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
        throw error;
      }
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

/** Joins bytes to parts of the size that S3 takes; the last one may be smaller. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size < minPartBytes) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunks);
}
