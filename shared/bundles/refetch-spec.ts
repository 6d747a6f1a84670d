import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { type ApiDefinition, changeOwned, type EventDefinition, type SpecHeader } from './bundle.ts';
import type { BundleRepository, PartRepository } from './bundle-repository.ts';
import { ownPart } from './change-definition.ts';
import { requested } from './fetch-request.ts';

interface Deps {
  readonly bundles: Pick<BundleRepository, 'apiDefinitions' | 'eventDefinitions'>;
  readonly clock: Clock;
}

type Specified<T> = T & { readonly spec: SpecHeader };

/** Requests the specification of an API Definition again. Throws NotFound. */
export const refetchApiSpec = (id: string, actor: Actor, deps: Deps): Promise<Specified<ApiDefinition>> =>
  refetch(deps.bundles.apiDefinitions, 'api', id, actor, deps);

/** Requests the specification of an Event Definition again. Throws NotFound. */
export const refetchEventSpec = (id: string, actor: Actor, deps: Deps): Promise<Specified<EventDefinition>> =>
  refetch(deps.bundles.eventDefinitions, 'eventDefinition', id, actor, deps);

/** The current text stays until another one was fetched. A specification given as text is returned unchanged. */
const refetch = <T extends EventDefinition>(
  repository: PartRepository<T>,
  object: string,
  id: string,
  actor: Actor,
  { clock }: Deps,
): Promise<Specified<T>> =>
  retryOnConflict(async () => {
    const current = await ownPart(repository, object, id, actor);
    if (!isSpecified(current)) throw notFound('specification', id);
    if (!current.fetchRequest) return current;
    const now = clock();
    const change = { fetchRequest: requested(current.fetchRequest, newId(), now) };
    const next = changeOwned<Specified<T>>(current, change as Partial<Specified<T>>, describeActor(actor), now);
    await repository.replace(next, current);
    return next;
  });

const isSpecified = <T extends EventDefinition>(definition: T): definition is Specified<T> => definition.spec !== undefined;
