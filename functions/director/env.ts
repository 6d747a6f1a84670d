import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

const everywhere = z.object({
  ...environment.table,
  ...environment.polling,
  ...environment.identityProvider,
  ...environment.specifications,
  ...environment.truststore,
  ...environment.urls,
  ...environment.sealing,
  ...environment.tokens,
});

const { none, cognito, local } = environment.clientRegistrar;

export const directorEnvironment = z.discriminatedUnion('CLIENT_REGISTRAR', [
  everywhere.extend(none),
  everywhere.extend(cognito),
  everywhere.extend(local),
]);
