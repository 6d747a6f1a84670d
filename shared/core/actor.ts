import { AppError, notFound } from './errors.ts';
import type { TenantId } from './tenant-id.ts';

export type OwnerKind = 'application' | 'runtime';

/** A holder of credentials that this system issues. */
export type ConsumerKind = OwnerKind | 'integration_system';

interface Identity {
  readonly tenant: TenantId;
  readonly scopes: ReadonlySet<string>;
}

/** A person with a verified token of the identity provider. */
export interface UserActor extends Identity {
  readonly kind: 'user';
  readonly id: string;
  /** Further tenants that the token names: the user could act in them as well. */
  readonly otherTenants?: readonly TenantId[];
  /** Set if the request has no Tenant header and the token names no other tenant. */
  readonly tenantImplied?: true;
}

/** An Application or Runtime with a client certificate, or a verified access token of its OAuth client; `authId` names its System Auth. */
export interface SystemActor extends Identity {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly authId: string;
  /** SHA-256 of the client certificate, as lower-case hexadecimal; absent for an OAuth client. */
  readonly fingerprint?: string;
}

/**
 * A program that manages Applications and Runtimes of its tenant, with a verified access token of its OAuth client. One of all tenants acts in the
 * tenant that the Tenant header chose.
 */
export interface IntegrationSystemActor extends Identity {
  readonly kind: 'integration_system';
  readonly id: string;
  /** The System Auth of its client; absent if a workflow acts for the integration system. */
  readonly authId?: string;
}

/** An actor for its whole tenant, within its scopes. */
export type TenantActor = UserActor | IntegrationSystemActor;

/** The caller, resolved from verified sources only. */
export type Actor = TenantActor | SystemActor;

/** Returns true if the actor acts for its whole tenant, rather than for one Application or Runtime. */
export const actsForTenant = (actor: Actor): actor is TenantActor => actor.kind === 'user' || actor.kind === 'integration_system';

/** Throws InsufficientScopes for an Application or Runtime, whatever its scopes. */
export function requireTenantActor(actor: Actor): asserts actor is TenantActor {
  if (actsForTenant(actor)) return;
  throw new AppError('InsufficientScopes', 'insufficient scopes provided: Applications and Runtimes cannot call this operation');
}

export const holdsScope = (actor: Actor, scope: string): boolean => actor.scopes.has(scope);

/** Throws InsufficientScopes unless the actor holds `scope`. */
export function requireScope(actor: Actor, scope: string): void {
  if (holdsScope(actor, scope)) return;
  const actual = [...actor.scopes].sort().join(' ');
  throw new AppError('InsufficientScopes', 'insufficient scopes provided', { details: { actual, required: scope } });
}

/** Allows an Application or Runtime to act on itself only. Throws NotFound for every other object. */
export function requireOwnership(actor: Actor, kind: OwnerKind | 'application_template', id: string): void {
  if (actsForTenant(actor)) return;
  if (actor.kind !== kind || actor.id !== id) throw notFound(kind, id);
}

/** Name of the actor in events and logs. */
export const describeActor = (actor: Pick<Actor, 'kind' | 'id'>): string => `${actor.kind}/${actor.id}`;

/** Reads the name that `describeActor` gives a tenant actor. */
export const tenantActorNamed = (name: string): Pick<TenantActor, 'kind' | 'id'> => ({
  kind: name.startsWith('integration_system/') ? 'integration_system' : 'user',
  id: name.slice(name.indexOf('/') + 1),
});
