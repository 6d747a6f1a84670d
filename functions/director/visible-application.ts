import type { Application } from '#shared/applications/application.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { shareFormation } from '#shared/formations/membership.ts';
import { fromParts } from './application-model.ts';
import type { Context } from './context.ts';
import type { ApplicationModel } from './models.ts';
import { nothingSelected, type SelectedParts } from './selected-parts.ts';

/** The Application, if the actor may see it: users in their tenant, an Application itself, a Runtime what shares a formation with it. */
export async function visibleApplication(
  id: string,
  context: Context,
  parts: SelectedParts = nothingSelected,
): Promise<ApplicationModel | undefined> {
  const { actor, deps } = context;
  const found = await ifVisible(id, context, () => deps.applications.read(actor.tenant, id, parts));
  return found && fromParts(found, parts, deps);
}

/** The same with everything in it. Throws AnswerTooLarge for one that is larger than can be read at once. */
export const visibleDetails = (id: string, context: Context): Promise<ApplicationDetails | undefined> =>
  ifVisible(id, context, () => context.deps.applications.details(context.actor.tenant, id));

async function ifVisible<T extends { readonly application: Application }>(
  id: string,
  { actor, deps }: Context,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  if (actor.kind === 'application' && actor.id !== id) return undefined;
  const [found, runtime] = await Promise.all([read(), actor.kind === 'runtime' ? deps.runtimes.find(actor.tenant, actor.id) : undefined]);
  if (actor.kind !== 'runtime') return found;
  return found && runtime && shareFormation(found.application, runtime) ? found : undefined;
}
