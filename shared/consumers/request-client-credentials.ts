import { narrowedBy, scopesOfCredential } from '../authorization/handed-out-scopes.ts';
import { type Actor, type ConsumerKind, describeActor, requireOwnership, requireTenantActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { type Limits, requireQuota } from '../core/quotas.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { type IntegrationSystem, requireRightOn } from '../integration-systems/integration-system.ts';
import { originOf } from '../pairing/origin.ts';
import type { AuthOwner, SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { ClientRegistrar } from './client-registrar.ts';

interface Finder {
  find(tenant: TenantId, id: string): Promise<object | undefined>;
}

interface Deps {
  readonly applications: Finder;
  readonly runtimes: Finder;
  readonly integrationSystems: { find(tenant: TenantId, id: string): Promise<IntegrationSystem | undefined> };
  readonly auths: Pick<SystemAuthRepository, 'insert' | 'listByOwner'>;
  readonly registrar: ClientRegistrar;
  readonly limits: Limits;
  readonly clock: Clock;
}

/** A System Auth with the secret of its client, which is returned only once. */
export type IssuedCredentials = SystemAuth & { readonly clientSecret: string };

/**
 * Creates an OAuth client for an Application, Runtime or integration system, with at most the caller's scopes. A client without System Auth, as a
 * crash may leave it, is refused everywhere. Throws InsufficientScopes, NotFound, QuotaExceeded, ClientsExhausted.
 */
export async function requestClientCredentials(kind: ConsumerKind, id: string, actor: Actor, deps: Deps): Promise<IssuedCredentials> {
  if (kind === 'integration_system') requireTenantActor(actor);
  else requireOwnership(actor, kind, id);
  const owner = { tenant: actor.tenant, kind, id };
  const narrowed = narrowedBy(actor, kind);
  const reach = await requireRoom(owner, actor, deps);
  const authId = newId();
  const { clientId, clientSecret } = await deps.registrar.create({ owner, authId, scopes: scopesOfCredential(kind, narrowed) });
  const auth: SystemAuth = {
    id: authId,
    owner,
    version: 1,
    createdAt: deps.clock().toISOString(),
    origin: originOf(actor),
    client: { clientId },
    ...narrowed,
    ...reach,
    retired: {},
    revoked: {},
    suspected: {},
    connected: false,
    changedBy: describeActor(actor),
  };
  try {
    await deps.auths.insert(auth);
  } catch (error) {
    // The error of the write is the one to report; a client without System Auth is refused.
    await deps.registrar.delete(clientId).catch(() => undefined);
    throw error;
  }
  return { ...auth, clientSecret };
}

/**
 * Returns the reach of an integration system of all tenants. Checks the quota before a client is created, because identity providers limit the number
 * of clients. The transaction checks it again. Throws NotFound, InsufficientScopes, QuotaExceeded.
 */
async function requireRoom(owner: AuthOwner, actor: Actor, deps: Deps): Promise<Pick<SystemAuth, 'allTenants'>> {
  const [reach, auths] = await Promise.all([reachOf(owner, actor, deps), deps.auths.listByOwner(owner)]);
  requireQuota('oauthClients', 1 + auths.filter(({ client }) => client !== undefined).length, owner, deps.limits);
  return reach;
}

async function reachOf({ kind, tenant, id }: AuthOwner, actor: Actor, deps: Deps): Promise<Pick<SystemAuth, 'allTenants'>> {
  if (kind === 'integration_system') {
    const system = await deps.integrationSystems.find(tenant, id);
    if (!system) throw notFound('integrationSystem', id);
    requireRightOn(system, actor);
    return system.allTenants ? { allTenants: true } : {};
  }
  const found = await (kind === 'application' ? deps.applications : deps.runtimes).find(tenant, id);
  if (!found) throw notFound(kind, id);
  return {};
}
