import { type Actor, actsForTenant, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { type ApiDefinition, changeOwned, type Document, type EventDefinition } from './bundle.ts';
import { apiFields, eventFields, newApi, newDocument, newEvent, type Origin, specOf } from './bundle-input.ts';
import type { BundleRepository, InBundleRepository } from './bundle-repository.ts';
import { ownBundle } from './change-bundle.ts';

interface Deps {
  readonly bundles: BundleRepository;
  readonly clock: Clock;
}

/** Adds an API Definition to a bundle. Throws NotFound, InvalidData. */
export async function addApiDefinition(bundleId: string, input: object, actor: Actor, deps: Deps): Promise<ApiDefinition> {
  const { definition, spec } = newApi(input, bundleId, await originIn(bundleId, actor, deps));
  await deps.bundles.apiDefinitions.insert(definition, spec);
  return definition;
}

/** Adds an Event Definition to a bundle. Throws NotFound, InvalidData. */
export async function addEventDefinition(bundleId: string, input: object, actor: Actor, deps: Deps): Promise<EventDefinition> {
  const { definition, spec } = newEvent(input, bundleId, await originIn(bundleId, actor, deps));
  await deps.bundles.eventDefinitions.insert(definition, spec);
  return definition;
}

/** Adds a Document to a bundle. Throws NotFound, InvalidData. */
export async function addDocument(bundleId: string, input: object, actor: Actor, deps: Deps): Promise<Document> {
  const document = newDocument(input, bundleId, await originIn(bundleId, actor, deps));
  await deps.bundles.documents.insert(document);
  return document;
}

/** Replaces an API Definition; without a specification in the input it keeps its own. Throws NotFound, InvalidData. */
export const updateApiDefinition = (id: string, input: object, actor: Actor, deps: Deps): Promise<ApiDefinition> =>
  update(deps.bundles.apiDefinitions, 'api', id, apiFields(input), actor, deps);

/** Replaces an Event Definition; without a specification in the input it keeps its own. Throws NotFound, InvalidData. */
export const updateEventDefinition = (id: string, input: object, actor: Actor, deps: Deps): Promise<EventDefinition> =>
  update(deps.bundles.eventDefinitions, 'eventDefinition', id, eventFields(input), actor, deps);

export const deleteApiDefinition = (id: string, actor: Actor, { bundles }: Deps): Promise<ApiDefinition> =>
  remove(bundles.apiDefinitions, 'api', id, actor);

export const deleteEventDefinition = (id: string, actor: Actor, { bundles }: Deps): Promise<EventDefinition> =>
  remove(bundles.eventDefinitions, 'eventDefinition', id, actor);

export const deleteDocument = (id: string, actor: Actor, { bundles }: Deps): Promise<Document> =>
  remove(bundles.documents, 'document', id, actor);

async function originIn(bundleId: string, actor: Actor, deps: Deps): Promise<Origin> {
  const { applicationId } = await ownBundle(bundleId, actor, deps);
  return { tenant: actor.tenant, applicationId, changedBy: describeActor(actor), now: deps.clock() };
}

const update = <T extends EventDefinition>(
  repository: InBundleRepository<T>,
  object: string,
  id: string,
  { fields, specText }: { fields: object & { spec?: T['spec'] }; specText: string | undefined },
  actor: Actor,
  { clock }: Deps,
): Promise<T> =>
  retryOnConflict(async () => {
    const current = await own(repository, object, id, actor);
    const change = { ...fields, spec: fields.spec ?? current.spec } as unknown as Partial<T>;
    const next = changeOwned(current, change, describeActor(actor), clock());
    await repository.replace(next, current.version, specOf(next, specText));
    return next;
  });

async function remove<T extends { applicationId: string }>(
  repository: InBundleRepository<T>,
  object: string,
  id: string,
  actor: Actor,
): Promise<T> {
  const current = await own(repository, object, id, actor);
  await repository.delete(current);
  return current;
}

/** Anything of another Application answers as if it did not exist. */
async function own<T extends { applicationId: string }>(
  repository: InBundleRepository<T>,
  object: string,
  id: string,
  actor: Actor,
): Promise<T> {
  const found = await repository.findById(actor.tenant, id);
  if (!found || (!actsForTenant(actor) && actor.id !== found.applicationId)) throw notFound(object, id);
  return found;
}
