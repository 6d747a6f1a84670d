import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const authorityWatchEnvironment = z.object({
  ...environment.table,
  ...environment.truststore,
  ...environment.certificateAuthorities,
  ...environment.revocationLists,
});
