import { callsToOthers } from '#shared/aws/calls-to-others.ts';
import { sqsFetchQueue } from '#shared/aws/fetch-queue.ts';
import { sqsPostponeMessage } from '#shared/aws/postpone-message.ts';
import { s3Client } from '#shared/aws/s3-client.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { s3TextObjects } from '#shared/aws/text-objects.ts';
import { systemClock } from '#shared/core/clock.ts';
import { fetchCalls } from '#shared/endpoints/endpoint-pools.ts';
import { rememberingRefusals } from '#shared/endpoints/remembered-refusals.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoBundles } from '#shared/table/bundles/bundle-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { specFetcherEnvironment } from './env.ts';

const environment = specFetcherEnvironment.parse(process.env);
const table = tableOf(environment);
const sqs = sqsClient();

export const deps = {
  log: logger('spec-fetcher'),
  clock: systemClock,
  ...callsToOthers(environment),
  bundles: dynamoBundles(table),
  textObjects: s3TextObjects(s3Client(), environment.SPECIFICATIONS_BUCKET),
  endpoints: rememberingRefusals(dynamoEndpointLeases(table, Math.random, fetchCalls)),
  postpone: sqsPostponeMessage(sqs, environment.FETCH_QUEUE_URL),
  sendAgain: sqsFetchQueue(sqs, environment.FETCH_QUEUE_URL),
  timing: { schedule: environment.FETCH_RETRY_SECONDS, random: Math.random },
};
