import { AppError, notFound } from './errors.ts';
import type { TenantId } from './tenant-id.ts';

export type OwnerKind = 'application' | 'runtime';

interface Identity {
  readonly tenant: TenantId;
  readonly scopes: ReadonlySet<string>;
}

/** A person with a verified token of the identity provider. */
export interface UserActor extends Identity {
  readonly kind: 'user';
  readonly id: string;
}

/** An Application or Runtime with a client certificate; `authId` is the certificate's common name. */
export interface SystemActor extends Identity {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly authId: string;
}

/** Whoever calls, resolved from verified sources only. */
export type Actor = UserActor | SystemActor;

/** Throws InsufficientScopes unless the actor holds `scope`. */
export function requireScope(actor: Actor, scope: string): void {
  if (actor.scopes.has(scope)) return;
  const actual = [...actor.scopes].sort().join(' ');
  throw new AppError('InsufficientScopes', 'insufficient scopes provided', { details: { actual, required: scope } });
}

/** A system may act on itself only. Anything else answers as if the object did not exist. */
export function requireOwnership(actor: Actor, kind: OwnerKind, id: string): void {
  if (actor.kind === 'user') return;
  if (actor.kind !== kind || actor.id !== id) throw notFound(kind, id);
}

/** How events and logs name the actor. */
export const describeActor = (actor: Actor): string => `${actor.kind}/${actor.id}`;
