import { roleScopes } from '../authorization/scopes.ts';
import type { UserActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isTenantId, tenantId } from '../core/tenant-id.ts';
import { type ApiEvent, headerOf } from './api-event.ts';
import { bearerVerification } from './bearer-token.ts';
import { listOf, scopesOf } from './token-scopes.ts';

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  /** The claim that lists `tenant/<id>` and `role/<name>` groups. */
  readonly groupsClaim: string;
  /** The name that stands in front of our scopes in tokens of Cognito. */
  readonly resourceServer: string;
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Resolves the user behind a request: the claims that the JWT authorizer verified, checked once more for issuer,
 * audience and expiry, or else the bearer token itself. Undefined when there is neither.
 */
export function userAuthentication(provider: IdentityProvider, clock: Clock) {
  const verified = bearerVerification(provider.issuer, clock);
  return async (event: ApiEvent): Promise<UserActor | undefined> => {
    const authorized = event.requestContext.authorizer?.jwt?.claims;
    const claims = authorized ?? (await verified(event));
    return claims && actorOf(checked(claims, provider, clock), provider, headerOf(event, 'tenant'));
  };
}

/** Access tokens of Cognito name their audience in `client_id`. */
function checked(claims: Claims, provider: IdentityProvider, clock: Clock): Claims {
  const audience = claims.aud ?? claims.client_id;
  const audiences = Array.isArray(audience) ? audience : listOf(audience);
  const expiry = Number(claims.exp);
  if (claims.iss !== provider.issuer || !audiences.includes(provider.audience) || !(expiry * 1000 > clock().getTime())) {
    throw new AppError('Unauthorized', 'the bearer token is not valid here');
  }
  return claims;
}

function actorOf(claims: Claims, provider: IdentityProvider, header: string | undefined): UserActor {
  const groups = listOf(claims[provider.groupsClaim]);
  if (!header) throw new AppError('TenantRequired', 'Tenant header is required');
  const tenant = tenantId(header);
  const vouched = named(groups, 'tenant');
  if (!vouched.includes(tenant)) throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: tenant } });
  const otherTenants = vouched.filter(isTenantId).filter((one) => one !== tenant);
  const ofRoles = named(groups, 'role').flatMap((role) => roleScopes[role] ?? []);
  const scopes = new Set<string>([...ofRoles, ...scopesOf(claims, provider.resourceServer)]);
  return { kind: 'user', id: String(claims.sub), tenant, otherTenants, scopes };
}

/** Of the groups `kind/<name>` the names. */
const named = (groups: readonly string[], kind: 'tenant' | 'role'): string[] =>
  groups.filter((group) => group.startsWith(`${kind}/`)).map((group) => group.slice(kind.length + 1));
