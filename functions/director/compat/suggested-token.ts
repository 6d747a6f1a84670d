import { labelOf } from '#shared/labels/label.ts';
import { withToken } from '#shared/pairing/compat/legacy-paths.ts';
import type { pairingData } from '#shared/pairing/pairing-data.ts';
import type { Context } from '../context.ts';

/**
 * The URL for pairing of an Application older than the GraphQL APIs, and the token. With `suggest_token: true` the token is the text that an
 * administrator pastes into the Application; an integration system gets the plain token.
 */
export async function forOlderApplications(
  { token, rawEncoded }: ReturnType<typeof pairingData>,
  applicationId: string,
  { actor, deps, suggestToken }: Context,
): Promise<{ token: string; legacyConnectorURL: string }> {
  const legacyConnectorURL = withToken(deps.legacyConnectorUrl, token);
  if (!suggestToken) return { token, legacyConnectorURL };
  const application = await deps.applications.find(actor.tenant, applicationId);
  if (application?.integrationSystemID !== undefined) return { token, legacyConnectorURL };
  const isLegacy = application && labelOf(application.labels, 'legacy') === true;
  return { token: isLegacy ? legacyConnectorURL : rawEncoded, legacyConnectorURL };
}
