import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

export const directorEnvironment = z.object({
  ...environment.table,
  ...environment.identityProvider,
  ...environment.truststore,
  ...environment.urls,
  ...environment.sealing,
  ...environment.tokens,
});
