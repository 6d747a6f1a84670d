import type { Actor } from '../core/actor.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';
import { ownInstanceAuth } from './own-instance-auth.ts';

/** Deletes credentials that the Application has revoked. Throws NotFound. */
export async function deleteInstanceAuth(
  id: string,
  actor: Actor,
  deps: { instanceAuths: Pick<InstanceAuthRepository, 'findById' | 'delete'> },
): Promise<BundleInstanceAuth> {
  const current = await ownInstanceAuth(id, 'application', actor, deps);
  await deps.instanceAuths.delete(current);
  return current;
}
