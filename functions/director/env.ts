import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

const everywhere = z.object({
  ...environment.table,
  ...environment.identityProvider,
  ...environment.specifications,
  ...environment.truststore,
  ...environment.urls,
  ...environment.sealing,
  ...environment.tokens,
  /** How long a Runtime Agent should wait before it asks for its configuration again. */
  POLL_AFTER_SECONDS: z.coerce.number().int().positive().default(60),
});

const { none, cognito, local } = environment.clientRegistrar;

export const directorEnvironment = z.discriminatedUnion('CLIENT_REGISTRAR', [
  everywhere.extend(none),
  everywhere.extend(cognito),
  everywhere.extend(local),
]);
