import { KMSClient } from '@aws-sdk/client-kms';
import { requestTimeouts } from './request-timeouts.ts';

/** The one KMS client of a process: throttled or lost calls are repeated with growing pauses, and all attempts end before the gateway gives up at 29 s. */
export const kmsClient = (): KMSClient => new KMSClient({ maxAttempts: 5, requestHandler: { ...requestTimeouts, requestTimeout: 3000 } });
