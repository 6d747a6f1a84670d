import { type Actor, actsForTenant, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { type ApplicationsWithBaseUrls, withBaseUrl } from './base-url.ts';
import { type ApiDefinition, changeOwned, type Document, type EventDefinition } from './bundle.ts';
import type { BundleRepository, PartRepository } from './bundle-repository.ts';
import { ownBundle } from './change-bundle.ts';
import { apiFields, eventFields, type Make, newApi, newDocument, newEvent, withCheckedText, withSource } from './definition-input.ts';
import { storeTexts } from './store-texts.ts';
import type { WithText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

interface Deps {
  readonly applications: ApplicationsWithBaseUrls;
  readonly bundles: BundleRepository;
  readonly textObjects: TextObjects;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** Parent of a new definition: a bundle, or the Application itself. */
type Parent = { readonly bundleId: string } | { readonly applicationId: string };

/** Adds an API Definition. Throws NotFound, InvalidData. */
export const addApiDefinition = (parent: Parent, input: object, actor: Actor, deps: Deps): Promise<ApiDefinition> =>
  add(deps.bundles.apiDefinitions, newApi(input), parent, actor, deps);

/** Adds an Event Definition. Throws NotFound, InvalidData. */
export const addEventDefinition = (parent: Parent, input: object, actor: Actor, deps: Deps): Promise<EventDefinition> =>
  add(deps.bundles.eventDefinitions, newEvent(input), parent, actor, deps);

/** Adds a Document to a bundle. Throws NotFound, InvalidData. */
export const addDocument = (bundleId: string, input: object, actor: Actor, deps: Deps): Promise<Document> =>
  add(deps.bundles.documents, newDocument(input, bundleId), { bundleId }, actor, deps);

/** Replaces an API Definition; without a specification in the input it keeps its own. Throws NotFound, InvalidData. */
export async function updateApiDefinition(id: string, input: object, actor: Actor, deps: Deps): Promise<ApiDefinition> {
  const parsed = await withCheckedText('APIDefinitionInput', apiFields(input));
  return update(deps.bundles.apiDefinitions, 'api', id, parsed, actor, deps);
}

/** Replaces an Event Definition; without a specification in the input it keeps its own. Throws NotFound, InvalidData. */
export async function updateEventDefinition(id: string, input: object, actor: Actor, deps: Deps): Promise<EventDefinition> {
  const parsed = await withCheckedText('EventDefinitionInput', eventFields(input));
  return update(deps.bundles.eventDefinitions, 'eventDefinition', id, parsed, actor, deps);
}

export const deleteApiDefinition = (id: string, actor: Actor, { bundles }: Pick<Deps, 'bundles'>): Promise<ApiDefinition> =>
  remove(bundles.apiDefinitions, 'api', id, actor);

export const deleteEventDefinition = (id: string, actor: Actor, { bundles }: Pick<Deps, 'bundles'>): Promise<EventDefinition> =>
  remove(bundles.eventDefinitions, 'eventDefinition', id, actor);

export const deleteDocument = (id: string, actor: Actor, { bundles }: Pick<Deps, 'bundles'>): Promise<Document> =>
  remove(bundles.documents, 'document', id, actor);

async function add<T extends object>(repository: PartRepository<T>, make: Make<T>, parent: Parent, actor: Actor, deps: Deps): Promise<T> {
  const { applicationId, bundleId } = await idsOf(parent, actor, deps);
  const origin = { tenant: actor.tenant, applicationId, changedBy: describeActor(actor), now: deps.clock() };
  const { made, text } = await make(bundleId, origin, deps.sealer);
  const insert = () => storeTexts(text ? [text] : [], deps.textObjects, () => repository.insert(made, text));
  await withBaseUrl({ ...origin, targets: targetsOf(made) }, actor, deps, insert);
  return made;
}

const targetsOf = ({ targetURL }: { readonly targetURL?: string }): string[] => (targetURL === undefined ? [] : [targetURL]);

async function idsOf(parent: Parent, actor: Actor, deps: Deps): Promise<{ applicationId: string; bundleId?: string }> {
  if ('bundleId' in parent)
    return { applicationId: (await ownBundle(parent.bundleId, actor, deps)).applicationId, bundleId: parent.bundleId };
  requireOwnership(actor, 'application', parent.applicationId);
  return parent;
}

const update = <T extends EventDefinition>(
  repository: PartRepository<T>,
  object: string,
  id: string,
  { fields, source }: ReturnType<typeof eventFields>,
  actor: Actor,
  { textObjects, sealer, clock }: Deps,
): Promise<T> =>
  retryOnConflict(async () => {
    const current = await ownPart(repository, object, id, actor);
    const now = clock();
    const change = { ...fields, spec: fields.spec ?? current.spec } as unknown as Partial<T>;
    const { made, text } = await withSource(changeOwned(current, change, describeActor(actor), now), source, { sealer, now });
    await storeTexts(text ? [text] : [], textObjects, () => repository.replace(made, current, text));
    return made;
  });

async function remove<T extends WithText>(repository: PartRepository<T>, object: string, id: string, actor: Actor): Promise<T> {
  const current = await ownPart(repository, object, id, actor);
  await repository.delete(current);
  return current;
}

/** Objects of another Application answer like unknown ids. */
export async function ownPart<T extends WithText>(repository: PartRepository<T>, object: string, id: string, actor: Actor): Promise<T> {
  const found = await repository.findById(actor.tenant, id);
  if (!found || (!actsForTenant(actor) && actor.id !== found.applicationId)) throw notFound(object, id);
  return found;
}
