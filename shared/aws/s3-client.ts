import { S3Client } from '@aws-sdk/client-s3';
import { requestTimeouts } from './request-timeouts.ts';

/** Names buckets in the path, so that local engines work. */
export const s3Client = (): S3Client => new S3Client({ maxAttempts: 4, requestHandler: requestTimeouts, forcePathStyle: true });
