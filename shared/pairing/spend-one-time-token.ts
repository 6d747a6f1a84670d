import type { Owner } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Invalidates the token of a System Auth, used or not; a repetition changes nothing. */
export async function spendOneTimeToken(
  owner: Owner,
  authId: string,
  deps: { auths: Pick<SystemAuthRepository, 'removeToken'> },
): Promise<void> {
  await deps.auths.removeToken(owner, authId);
}
