import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import { newBundle } from '#shared/bundles/bundle-input.ts';
import { addBundle, deleteBundle, updateBundle } from '#shared/bundles/change-bundle.ts';
import * as definitions from '#shared/bundles/change-definition.ts';
import { type Actor, describeActor } from '#shared/core/actor.ts';
import { AppError, invalidOperation, notFound } from '#shared/core/errors.ts';
import type { DirectorDeps } from '../deps.ts';
import type { bundleOf } from './service-input.ts';

type BundleInput = ReturnType<typeof bundleOf>;

/**
 * Adds a service to an Application and returns its id. Throws NotUnique if another one has its identifier. Of several that are added at once with one
 * identifier, each sees those that were stored before it looked again, and takes itself back: one at most stays.
 */
export async function registerService(input: BundleInput, actor: Actor, deps: DirectorDeps): Promise<string> {
  const identifier = input.correlationIDs?.[0];
  await requireUnused(identifier, actor, deps);
  const { bundle } = await addBundle(actor.id, input, actor, deps);
  try {
    await requireUnused(identifier, actor, deps, bundle.id);
  } catch (error) {
    await deleteBundle(bundle.id, actor, deps);
    throw error;
  }
  return bundle.id;
}

async function requireUnused(identifier: string | undefined, actor: Actor, { applications }: DirectorDeps, own?: string): Promise<void> {
  if (identifier === undefined) return;
  const details = await applications.details(actor.tenant, actor.id);
  const isTaken = details?.bundles.some(({ bundle }) => bundle.id !== own && bundle.correlationIDs?.[0] === identifier);
  if (isTaken) throw new AppError('NotUnique', `Service with Identifier ${identifier} already exists`);
}

/**
 * Replaces a service but its identifier, which stays. Everything is checked before the first write; a request that was cut off between two writes can be
 * repeated. Throws NotFound, InvalidData, and InvalidOperation for a bundle that is more than a service can say.
 */
export async function updateService(
  { bundle, apiDefinitions, eventDefinitions, documents }: BundleDetails,
  input: BundleInput,
  actor: Actor,
  deps: DirectorDeps,
): Promise<void> {
  if (apiDefinitions.length > 1 || eventDefinitions.length > 1) {
    throw invalidOperation(`bundle ${bundle.id} has more than one API or Event Definition: change it by GraphQL`);
  }
  const { apiDefinitions: apis, eventDefinitions: events, documents: texts, correlationIDs, ...fields } = input;
  const origin = { tenant: actor.tenant, applicationId: actor.id, changedBy: describeActor(actor), now: deps.clock() };
  await newBundle(input, origin, deps);
  await updateBundle(bundle.id, fields, actor, deps);
  const parent = { bundleId: bundle.id };
  await replace(apiDefinitions[0], apis[0], {
    add: (next) => definitions.addApiDefinition(parent, next, actor, deps),
    update: (id, next) => definitions.updateApiDefinition(id, next, actor, deps),
    remove: (id) => definitions.deleteApiDefinition(id, actor, deps),
  });
  await replace(eventDefinitions[0], events[0], {
    add: (next) => definitions.addEventDefinition(parent, next, actor, deps),
    update: (id, next) => definitions.updateEventDefinition(id, next, actor, deps),
    remove: (id) => definitions.deleteEventDefinition(id, actor, deps),
  });
  for (const { id } of documents) await definitions.deleteDocument(id, actor, deps);
  for (const text of texts) await definitions.addDocument(bundle.id, text, actor, deps);
}

interface Writes<T> {
  add(next: T): Promise<unknown>;
  update(id: string, next: T): Promise<unknown>;
  remove(id: string): Promise<unknown>;
}

/** Changes a definition in place, so that it keeps its id, unless it would keep a specification that the service no longer has. */
async function replace<T extends { readonly spec?: unknown }>(
  current: { readonly id: string; readonly spec?: unknown } | undefined,
  next: T | undefined,
  { add, update, remove }: Writes<T>,
): Promise<void> {
  if (current && next && (next.spec !== undefined || current.spec === undefined)) {
    await update(current.id, next);
    return;
  }
  if (current) await remove(current.id);
  if (next) await add(next);
}

/** Reads the bundle of a service of the actor. Throws NotFound. */
export async function ownService(id: string, actor: Actor, { bundles }: Pick<DirectorDeps, 'bundles'>): Promise<BundleDetails> {
  const found = await bundles.details({ tenant: actor.tenant, applicationId: actor.id, id });
  if (!found) throw notFound('bundle', id);
  return found;
}
