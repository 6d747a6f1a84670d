import { type Actor, requireScope } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Ends the one-time token of a System Auth, in whatever state it is; certificates stay. Throws NotFound, and InsufficientScopes by the owner's kind. */
export async function invalidateOneTimeToken(
  id: string,
  actor: Actor,
  { auths }: { auths: Pick<SystemAuthRepository, 'findById' | 'removeToken'> },
): Promise<SystemAuth> {
  const auth = await auths.findById(actor.tenant, id);
  if (!auth) throw notFound('systemAuth', id);
  requireScope(actor, `${auth.owner.kind}:write`);
  await auths.removeToken(auth.owner, id);
  const { token: _, ...rest } = auth;
  return rest;
}
