import { type Actor, actsForTenant, type ConsumerKind } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import { requireRightOn } from '../integration-systems/integration-system.ts';
import type { SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/**
 * Deletes a System Auth of an Application, Runtime or integration system; its certificate or client is refused from the next request on.
 * Throws NotFound, also for one of the other kind and for what belongs to another system, and InsufficientScopes.
 */
export async function deleteSystemAuth(
  kind: ConsumerKind,
  id: string,
  actor: Actor,
  { auths }: { auths: Pick<SystemAuthRepository, 'findById' | 'delete'> },
): Promise<SystemAuth> {
  const auth = await auths.findById(actor.tenant, id);
  const owned = actsForTenant(actor) || (actor.kind === kind && actor.id === auth?.owner.id);
  if (auth?.owner.kind !== kind || !owned) throw notFound('systemAuth', id);
  requireRightOn(auth, actor);
  await auths.delete(auth);
  return auth;
}
