import type { Owner } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Makes the token of a System Auth useless, used or not; a repeat changes nothing. */
export async function spendOneTimeToken(
  owner: Owner,
  authId: string,
  deps: { auths: Pick<SystemAuthRepository, 'removeToken'> },
): Promise<void> {
  await deps.auths.removeToken(owner, authId);
}
