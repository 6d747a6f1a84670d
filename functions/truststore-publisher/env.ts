import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

export const truststorePublisherEnvironment = z.object({ ...environment.truststore });
