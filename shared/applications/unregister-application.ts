import { type Actor, requireOwnership } from '../core/actor.ts';
import { invalidOperation } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Application } from './application.ts';
import type { ApplicationRepository } from './application-repository.ts';

/** Deletes an Application with everything under it. Throws NotFound, and InvalidOperation while it is in a formation. */
export function unregisterApplication(
  id: string,
  actor: Actor,
  { applications }: { applications: Pick<ApplicationRepository, 'get' | 'delete'> },
): Promise<Application> {
  requireOwnership(actor, 'application', id);
  return retryOnConflict(async () => {
    const application = await applications.get(actor.tenant, id);
    const names = Object.values(application.formations).sort();
    if (names.length > 0) throw invalidOperation(`System ${application.name} is part of the following formations : ${names.join(', ')}`);
    await applications.delete(application);
    return application;
  });
}
