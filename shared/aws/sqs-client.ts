import { SQSClient } from '@aws-sdk/client-sqs';
import { requestTimeouts } from './request-timeouts.ts';

/** The one SQS client of a process. It talks to its endpoint whatever host a queue's URL names, so that local engines work. */
export const sqsClient = (): SQSClient => new SQSClient({ maxAttempts: 4, useQueueUrlAsEndpoint: false, requestHandler: requestTimeouts });
