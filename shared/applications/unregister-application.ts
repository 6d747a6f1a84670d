import { type Actor, requireOwnership } from '../core/actor.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { ApplicationDetails, ApplicationRepository } from './application-repository.ts';

/** Deletes an Application with everything under it. Throws NotFound, and InvalidOperation while it is in a formation. */
export function unregisterApplication(
  id: string,
  actor: Actor,
  { applications }: { applications: Pick<ApplicationRepository, 'details' | 'delete'> },
): Promise<ApplicationDetails> {
  requireOwnership(actor, 'application', id);
  return retryOnConflict(async () => {
    const details = await applications.details(actor.tenant, id);
    if (!details) throw notFound('application', id);
    const names = Object.values(details.application.formations).sort();
    if (names.length > 0) {
      throw invalidOperation(`System ${details.application.name} is part of the following formations : ${names.join(', ')}`);
    }
    await applications.delete(details.application);
    return details;
  });
}
