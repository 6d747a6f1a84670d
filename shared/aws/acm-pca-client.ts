import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { requestTimeouts } from './request-timeouts.ts';

/** ACM PCA throttles at 25 requests a second: the SDK backs off and tries up to 6 times. */
export const acmPcaClient = (): ACMPCAClient =>
  new ACMPCAClient({ maxAttempts: 6, retryMode: 'adaptive', requestHandler: requestTimeouts });
