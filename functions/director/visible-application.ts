import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { shareFormation } from '#shared/formations/membership.ts';
import type { Context } from './context.ts';

/** The Application, if the actor may see it: users in their tenant, an Application itself, a Runtime what shares a formation with it. */
export async function visibleApplication(id: string, { actor, deps }: Context): Promise<ApplicationDetails | undefined> {
  if (actor.kind === 'application' && actor.id !== id) return undefined;
  const [details, runtime] = await Promise.all([
    deps.applications.details(actor.tenant, id),
    actor.kind === 'runtime' ? deps.runtimes.find(actor.tenant, actor.id) : undefined,
  ]);
  if (actor.kind !== 'runtime') return details;
  return details && runtime && shareFormation(details.application, runtime) ? details : undefined;
}
