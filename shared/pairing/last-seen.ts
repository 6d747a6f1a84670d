import type { AuthOwner } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** When a credential of the owner was used last, to the minute or so that contacts are noted by; undefined when none ever was. */
export async function lastSeenOf(
  owner: AuthOwner,
  { auths }: { auths: Pick<SystemAuthRepository, 'listOf'> },
): Promise<string | undefined> {
  const found = await auths.listOf(owner);
  return found
    .flatMap(({ lastSeenAt = [] }) => lastSeenAt)
    .sort()
    .at(-1);
}
