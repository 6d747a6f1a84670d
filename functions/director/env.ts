import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import { jsonVariable } from '#shared/core/json-variable.ts';

const everywhere = z.object({
  ...environment.table,
  ...environment.polling,
  ...environment.identityProvider,
  ...environment.admission,
  ...environment.firewall,
  ...environment.specifications,
  ...environment.truststore,
  ...environment.urls,
  ...environment.sealing,
  ...environment.tokens,
  ...environment.callsToOthers,
  /** The function that posts tests to webhooks. */
  WEBHOOK_TESTER: z.string().min(1),
  /** Labels that hide Applications from Runtimes, as JSON: for each key a list of values. */
  APPLICATION_HIDE_SELECTORS: jsonVariable(z.record(z.string(), z.array(z.string()))).prefault('{}'),
});

const { none, cognito, local } = environment.clientRegistrar;

export const directorEnvironment = z.discriminatedUnion('CLIENT_REGISTRAR', [
  everywhere.extend(none),
  everywhere.extend(cognito),
  everywhere.extend(local),
]);
