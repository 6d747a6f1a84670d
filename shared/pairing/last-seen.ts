import type { AuthOwner, SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Time of the last use of the owner's credentials, to the step in which contacts are recorded; undefined if they were never used. */
export async function lastSeenOf(
  owner: AuthOwner,
  { auths }: { auths: Pick<SystemAuthRepository, 'lastContact' | 'listByOwner'> },
): Promise<string | undefined> {
  const [contact, found] = await Promise.all([auths.lastContact(owner), auths.listByOwner(owner)]);
  return latestContact(found, contact);
}

/** The latest of a Runtime's own contact and the uses of its owner's credentials, as they were noted. */
export const latestContact = (credentials: readonly SystemAuth[], contact: string | undefined): string | undefined =>
  credentials
    .flatMap(({ lastSeenAt = [] }) => lastSeenAt)
    .concat(contact ?? [])
    .sort()
    .at(-1);
