import { type Actor, actsForTenant, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import type { Limits } from '../core/quotas.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { type ApplicationsWithBaseUrls, withBaseUrl } from './base-url.ts';
import { type Bundle, type BundleContents, changeOwned } from './bundle.ts';
import { bundleChange, newBundle } from './bundle-input.ts';
import type { BundleRepository } from './bundle-repository.ts';
import { storeTexts } from './store-texts.ts';
import type { TextObjects } from './text-objects.ts';

interface Deps {
  readonly applications: ApplicationsWithBaseUrls;
  readonly bundles: Pick<BundleRepository, 'insert' | 'findById' | 'replace' | 'delete'>;
  readonly textObjects: TextObjects;
  readonly sealer: Sealer;
  readonly limits: Limits;
  readonly clock: Clock;
}

/** Adds a bundle with everything in it to an Application. Throws NotFound, InvalidData. */
export async function addBundle(applicationId: string, input: object, actor: Actor, deps: Deps): Promise<BundleContents> {
  requireOwnership(actor, 'application', applicationId);
  const origin = { tenant: actor.tenant, applicationId, changedBy: describeActor(actor), now: deps.clock() };
  const contents = await newBundle(input, origin, deps);
  const targets = contents.apiDefinitions.map(({ targetURL }) => targetURL);
  const insert = () => storeTexts(contents.texts, deps.textObjects, () => deps.bundles.insert(contents));
  await withBaseUrl({ ...origin, targets }, actor, deps, insert);
  return contents;
}

/** Replaces the settings of a bundle; its contents stay. Throws NotFound, InvalidData. */
export async function updateBundle(id: string, input: object, actor: Actor, deps: Deps): Promise<Bundle> {
  const changeOf = bundleChange(input);
  return retryOnConflict(async () => {
    const current = await ownBundle(id, actor, deps);
    const next = changeOwned(current, await changeOf(current, deps.sealer), describeActor(actor), deps.clock());
    await deps.bundles.replace(next, current);
    return next;
  });
}

/** Deletes a bundle with everything in it. Throws NotFound. */
export async function deleteBundle(id: string, actor: Actor, deps: Pick<Deps, 'bundles'>): Promise<Bundle> {
  const bundle = await ownBundle(id, actor, deps);
  await deps.bundles.delete(bundle);
  return bundle;
}

/** Returns the bundle if the actor may change it; otherwise the answer is that of an unknown id. */
export async function ownBundle(id: string, actor: Actor, { bundles }: { bundles: Pick<BundleRepository, 'findById'> }): Promise<Bundle> {
  const bundle = await bundles.findById(actor.tenant, id);
  if (!bundle || (!actsForTenant(actor) && actor.id !== bundle.applicationId)) throw notFound('bundle', id);
  return bundle;
}
