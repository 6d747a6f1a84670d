import { KMSClient } from '@aws-sdk/client-kms';

/** The one KMS client of a process: throttled or lost calls are repeated with growing pauses, and all attempts end before the gateway gives up at 29 s. */
export const kmsClient = (): KMSClient =>
  new KMSClient({ maxAttempts: 5, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true } });
