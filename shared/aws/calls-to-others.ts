import type * as z from 'zod';
import type { environment } from '../core/environment.ts';
import { clientCredentials } from '../credentials/client-credentials.ts';
import { guardedHttp } from '../http/guarded-http.ts';
import { secretsManagerSealer } from './sealing.ts';

type Variables = z.infer<z.ZodObject<typeof environment.callsToOthers & typeof environment.sealing>>;

/** The parts by which a function calls URLs from others with their credentials, as its environment configures them. */
export function callsToOthers({ ALLOW_LOOPBACK_TARGETS, SEALING_KEY_SECRET }: Variables) {
  const http = guardedHttp({ allowLoopback: ALLOW_LOOPBACK_TARGETS });
  return { http, tokens: clientCredentials(http), sealer: secretsManagerSealer(SEALING_KEY_SECRET) };
}
