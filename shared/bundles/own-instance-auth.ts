import { type Actor, actsForTenant, type OwnerKind } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';

/** Returns true for users of the tenant, the Application that sets it, and its Runtime. */
export function isVisibleInstanceAuth({ applicationId, runtimeId }: BundleInstanceAuth, actor: Actor): boolean {
  return actsForTenant(actor) || actor.id === (actor.kind === 'application' ? applicationId : runtimeId);
}

/** Returns the instance auth if the actor is a user or that party; otherwise the answer is that of an unknown id. */
export async function ownInstanceAuth(
  id: string,
  side: OwnerKind,
  actor: Actor,
  { instanceAuths }: { instanceAuths: Pick<InstanceAuthRepository, 'findById'> },
): Promise<BundleInstanceAuth> {
  const found = await instanceAuths.findById(actor.tenant, id);
  const onThatSide = actsForTenant(actor) || actor.kind === side;
  if (!found || !onThatSide || !isVisibleInstanceAuth(found, actor)) throw notFound('bundleInstanceAuth', id);
  return found;
}
