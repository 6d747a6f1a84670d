import { type Actor, actsForTenant, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { type FormationMembership, shareFormation } from '../formations/membership.ts';
import type { Bundle } from './bundle.ts';
import { bundleSealingContext } from './bundle-input.ts';
import type { BundleRepository } from './bundle-repository.ts';
import { type BundleInstanceAuth, instanceAuthSealingContext, notUniqueInstanceAuth, standingStatus } from './instance-auth.ts';
import { checkInputParams, requestInput } from './instance-auth-input.ts';
import type { InstanceAuthRepository } from './instance-auth-repository.ts';

/** Finds an Application or Runtime with the formations that it is in. */
interface Members {
  find(tenant: TenantId, id: string): Promise<FormationMembership | undefined>;
}

interface Deps {
  readonly bundles: Pick<BundleRepository, 'findById'>;
  readonly applications: Members;
  readonly runtimes: Members;
  readonly instanceAuths: Pick<InstanceAuthRepository, 'insert' | 'exists'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Asks for credentials to a bundle, on behalf of the Runtime that asks. A bundle with default credentials answers with a copy of them;
 * otherwise the Application is notified and sets them. Throws NotFound, InvalidData, NotUnique.
 */
export async function requestInstanceAuth(bundleId: string, given: object, actor: Actor, deps: Deps): Promise<BundleInstanceAuth> {
  const { id = newId(), ...described } = requestInput(given);
  const bundle = await requestableBundle(bundleId, actor, deps);
  await checkInputParams('BundleInstanceAuthRequestInput', bundle, described.inputParams);
  if ('id' in given && given.id && (await deps.instanceAuths.exists(actor.tenant, id))) throw notUniqueInstanceAuth(id);
  const now = deps.clock();
  const { tenant, applicationId } = bundle;
  const auth = await copyOfDefault(bundle, id, deps.sealer);
  const made: BundleInstanceAuth = {
    ...described,
    ...(actor.kind === 'runtime' && { runtimeId: actor.id }),
    tenant,
    applicationId,
    bundleId: bundle.id,
    id,
    auth,
    status: standingStatus(auth === undefined ? 'PENDING' : 'SUCCEEDED', now),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    version: 1,
    changedBy: describeActor(actor),
  };
  await deps.instanceAuths.insert(made);
  return made;
}

/** A Runtime may ask Applications that share a formation with it; others answer like unknown ids. */
async function requestableBundle(id: string, actor: Actor, deps: Deps): Promise<Bundle> {
  const bundle = await deps.bundles.findById(actor.tenant, id);
  if (!bundle || (!actsForTenant(actor) && !(await isMet(bundle, actor, deps)))) throw notFound('bundle', id);
  return bundle;
}

async function isMet({ tenant, applicationId }: Bundle, { kind, id }: Actor, { applications, runtimes }: Deps): Promise<boolean> {
  if (kind !== 'runtime') return false;
  const [application, runtime] = await Promise.all([applications.find(tenant, applicationId), runtimes.find(tenant, id)]);
  return application !== undefined && runtime !== undefined && shareFormation(application, runtime);
}

async function copyOfDefault(
  { tenant, id: bundleId, defaultInstanceAuth }: Bundle,
  id: string,
  sealer: Sealer,
): Promise<string | undefined> {
  if (defaultInstanceAuth === undefined) return undefined;
  const clear = await sealer.open(bundleSealingContext(tenant, bundleId), defaultInstanceAuth);
  return sealer.seal(instanceAuthSealingContext({ tenant, bundleId, id }), clear);
}
