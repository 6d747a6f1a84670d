import type { AuthOwner } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Time of the last use of the owner's credentials, to the step in which contacts are recorded; undefined if they were never used. */
export async function lastSeenOf(
  owner: AuthOwner,
  { auths }: { auths: Pick<SystemAuthRepository, 'listByOwner'> },
): Promise<string | undefined> {
  const found = await auths.listByOwner(owner);
  return found
    .flatMap(({ lastSeenAt = [] }) => lastSeenAt)
    .sort()
    .at(-1);
}
