import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { consolePublisherEnvironment } from './env.ts';

const environment = consolePublisherEnvironment.parse(process.env);

export const deps = {
  log: logger('console-publisher'),
  clock: systemClock,
  objects: new S3Client({ requestHandler: requestTimeouts }),
  bucket: environment.CONSOLE_BUCKET,
  configuration: environment.CONSOLE_CONFIGURATION,
  folder: join(environment.LAMBDA_TASK_ROOT, 'console'),
};
