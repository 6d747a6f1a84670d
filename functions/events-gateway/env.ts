import * as z from 'zod';

export const eventsGatewayEnvironment = z.object({
  /** The tenant of the Runtime. */
  TENANT: z.string().min(1),
  /** Base URL of the public API of the control plane, without a trailing slash. */
  CONTROL_PLANE_URL: z.url(),
  /** The issuer of access tokens of OAuth clients; empty if no token is taken. */
  OIDC_ISSUER: z.union([z.url(), z.literal('')]),
  /** The table of the Runtime, with the view of its Agent. */
  VIEW_TABLE: z.string().min(1),
  EVENT_BUS_NAME: z.string().min(1),
});
