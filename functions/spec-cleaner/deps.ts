import { s3Client } from '#shared/aws/s3-client.ts';
import { s3TextObjects } from '#shared/aws/text-objects.ts';
import { logger } from '#shared/observability/logger.ts';
import { specCleanerEnvironment } from './env.ts';

const environment = specCleanerEnvironment.parse(process.env);

export const deps = {
  log: logger('spec-cleaner'),
  textObjects: s3TextObjects(s3Client(), environment.SPECIFICATIONS_BUCKET),
};
