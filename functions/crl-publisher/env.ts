import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const crlPublisherEnvironment = z.object({
  ...environment.table,
  ...environment.truststore,
  ...environment.certificateAuthorities,
  ...environment.revocationLists,
});
