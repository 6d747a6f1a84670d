import type { JWTPayload } from 'jose';
import { scopesOfRole } from '../authorization/scopes.ts';
import type { UserActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isTenantId, tenantId } from '../core/tenant-id.ts';
import { isFor } from './access-token.ts';
import { type ApiEvent, headerOf } from './api-event.ts';
import { bearerVerification } from './bearer-token.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { tenantRequired } from './own-tenant.ts';
import { scopesOf, stringsOf } from './token-scopes.ts';

interface Options {
  /** Takes a request without a Tenant header, if the token names one tenant only. Default: false. */
  readonly mayImplyTenant?: boolean;
}

/**
 * Authenticates the user of a request by its bearer token, also if the gateway's JWT authorizer verified it before: that passes the claims as text,
 * in which one group with a comma or blank looks like two. Undefined without a token. Throws Unauthorized, TenantRequired, TenantNotFound,
 * IdentityProviderUnavailable.
 */
export function userAuthentication(provider: IdentityProvider, clock: Clock, options: Options = {}) {
  const verified = bearerVerification(provider.issuer, clock);
  return async (event: ApiEvent): Promise<UserActor | undefined> => {
    const payload = await verified(event);
    return payload && actorOf(payload, provider, headerOf(event, 'tenant') || undefined, options);
  };
}

function actorOf(
  payload: JWTPayload,
  provider: IdentityProvider,
  header: string | undefined,
  { mayImplyTenant = false }: Options,
): UserActor {
  if (!isForUsersOf(provider, payload) || typeof payload.sub !== 'string' || payload.sub === '') {
    throw new AppError('Unauthorized', 'the bearer token is not valid here');
  }
  const groups = stringsOf(payload[provider.groupsClaim]);
  const tenants = [...new Set(groupNames(groups, 'tenant'))];
  const chosen = header ?? (mayImplyTenant && tenants.length === 1 ? tenants[0] : undefined);
  if (chosen === undefined) throw tenantRequired();
  const tenant = tenantId(chosen);
  if (!tenants.includes(tenant)) throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: tenant } });
  const otherTenants = tenants.filter(isTenantId).filter((one) => one !== tenant);
  const scopes = new Set<string>([...groupNames(groups, 'role').flatMap(scopesOfRole), ...scopesOf(payload, provider.resourceServer)]);
  return { kind: 'user', id: payload.sub, tenant, otherTenants, scopes, ...(header === undefined && { tenantImplied: true }) };
}

/** Returns true if the token is for the APIs, or for the console, which speaks to them alone. */
const isForUsersOf = ({ audience, consoleClient }: IdentityProvider, payload: JWTPayload): boolean =>
  isFor(payload, audience) || (consoleClient !== undefined && isFor(payload, consoleClient));

/** The names of the groups `<kind>/<name>`. */
const groupNames = (groups: readonly string[], kind: 'tenant' | 'role'): string[] =>
  groups.filter((group) => group.startsWith(`${kind}/`)).map((group) => group.slice(kind.length + 1));
