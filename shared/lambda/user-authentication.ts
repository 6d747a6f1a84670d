import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { roleScopes } from '../authorization/scopes.ts';
import type { UserActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { tenantId } from '../core/tenant-id.ts';
import { type ApiEvent, headerOf } from './api-event.ts';
import { issuerKeys } from './issuer-keys.ts';

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  /** The claim that lists `tenant/<id>` and `role/<name>` groups. */
  readonly groupsClaim: string;
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Resolves the user behind a request: the claims that the JWT authorizer verified, checked once more for issuer,
 * audience and expiry, or else the bearer token itself. Undefined when there is neither.
 */
export function userAuthentication(provider: IdentityProvider, clock: Clock) {
  const keys = issuerKeys(provider.issuer);
  return async (event: ApiEvent): Promise<UserActor | undefined> => {
    const authorized = event.requestContext.authorizer?.jwt?.claims;
    const claims = authorized ? checked(authorized, provider, clock) : await verifiedBearer(event, provider, keys, clock);
    return claims && actorOf(claims, provider, headerOf(event, 'tenant'));
  };
}

async function verifiedBearer(
  event: ApiEvent,
  provider: IdentityProvider,
  keys: JWTVerifyGetKey,
  clock: Clock,
): Promise<JWTPayload | undefined> {
  const token = /^Bearer (.+)$/i.exec(headerOf(event, 'authorization') ?? '')?.[1];
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: provider.issuer, algorithms: ['RS256', 'ES256'], currentDate: clock() });
    return checked(payload, provider, clock);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('Unauthorized', 'the bearer token is not valid', { cause: error });
  }
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
  if (!groups.includes(`tenant/${tenant}`))
    throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: tenant } });
  const roles = groups.filter((group) => group.startsWith('role/')).map((group) => group.slice('role/'.length));
  const scopes = new Set<string>([...roles.flatMap((role) => roleScopes[role] ?? []), ...scopesOf(claims)]);
  return { kind: 'user', id: String(claims.sub), tenant, scopes };
}

/** OAuth2 scopes; those of a Cognito resource server carry its identifier in front: `compass/application:read`. */
const scopesOf = (claims: Claims): string[] => listOf(claims.scope).map((scope) => scope.slice(scope.lastIndexOf('/') + 1));

/** A claim with several values, as a token (array, or text separated by blanks) or API Gateway (`[a b]`) writes it. */
function listOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((value) => value !== '');
}
