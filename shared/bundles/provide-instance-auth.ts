import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidData, invalidOperation, notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { changeOwned } from './bundle.ts';
import type { BundleRepository } from './bundle-repository.ts';
import { ownBundle } from './change-bundle.ts';
import { type BundleInstanceAuth, standingStatus } from './instance-auth.ts';
import { checkInputParams, creationInput, updateInput } from './instance-auth-input.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';
import { ownInstanceAuth } from './own-instance-auth.ts';
import { sealedInstanceAuth } from './sealed-instance-auth.ts';

interface Deps {
  readonly bundles: Pick<BundleRepository, 'findById'>;
  readonly instanceAuths: Pick<InstanceAuthRepository, 'insert' | 'findById' | 'replace'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** Gives a Runtime credentials that it did not ask for. Throws NotFound, InvalidData, and InvalidOperation for a runtime context. */
export async function createInstanceAuth(bundleId: string, given: object, actor: Actor, deps: Deps): Promise<BundleInstanceAuth> {
  const { auth, runtimeID, runtimeContextID, ...described } = creationInput(given);
  if (Boolean(runtimeID) === Boolean(runtimeContextID)) {
    throw invalidData('BundleInstanceAuthCreateInput', { input: 'exactly one of runtimeID and runtimeContextID is required' });
  }
  const bundle = await ownBundle(bundleId, actor, deps);
  if (!runtimeID) throw invalidOperation('runtime contexts are not offered here: use runtimeID');
  await checkInputParams('BundleInstanceAuthCreateInput', bundle, described.inputParams);
  const now = deps.clock();
  const key = { tenant: bundle.tenant, applicationId: bundle.applicationId, bundleId: bundle.id, id: newId() };
  const made: BundleInstanceAuth = {
    ...described,
    ...key,
    runtimeId: runtimeID,
    auth: await sealedInstanceAuth(auth, key, deps.sealer),
    status: standingStatus('SUCCEEDED', now),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    version: 1,
    changedBy: describeActor(actor),
  };
  await deps.instanceAuths.insert(made);
  return made;
}

/** Replaces the given fields; with credentials the status becomes SUCCEEDED. Throws NotFound, InvalidData. */
export async function updateInstanceAuth(
  id: string,
  bundleId: string,
  given: object,
  actor: Actor,
  deps: Deps,
): Promise<BundleInstanceAuth> {
  const { auth, context, inputParams } = updateInput(given);
  return retryOnConflict(async () => {
    const bundle = await ownBundle(bundleId, actor, deps);
    const current = await ownInstanceAuth(id, 'application', actor, deps);
    if (current.bundleId !== bundle.id) throw notFound('bundleInstanceAuth', id);
    if (inputParams !== undefined) await checkInputParams('BundleInstanceAuthUpdateInput', bundle, inputParams);
    const now = deps.clock();
    const change = {
      ...(context !== undefined && { context }),
      ...(inputParams !== undefined && { inputParams }),
      ...(auth && { auth: await sealedInstanceAuth(auth, current, deps.sealer), status: standingStatus('SUCCEEDED', now) }),
    };
    const next = changeOwned(current, change, describeActor(actor), now);
    await deps.instanceAuths.replace(next, current);
    return next;
  });
}
