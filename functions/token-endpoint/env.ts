import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const tokenEndpointEnvironment = z.object({
  ...environment.firewall,
  /** The identity provider's own token endpoint. */
  TOKEN_URL: z.url(),
  RESOURCE_SERVER: environment.identityProvider.RESOURCE_SERVER,
});
