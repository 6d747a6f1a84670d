import { deleteInstanceAuth } from '#shared/bundles/delete-instance-auth.ts';
import { instanceAuthSealingContext } from '#shared/bundles/instance-auth.ts';
import { isVisibleInstanceAuth } from '#shared/bundles/own-instance-auth.ts';
import { createInstanceAuth, updateInstanceAuth } from '#shared/bundles/provide-instance-auth.ts';
import { requestInstanceAuth } from '#shared/bundles/request-instance-auth.ts';
import { requestInstanceAuthDeletion } from '#shared/bundles/request-instance-auth-deletion.ts';
import { setInstanceAuth } from '#shared/bundles/set-instance-auth.ts';
import { readBundle } from '../application-model.ts';
import type { Context } from '../context.ts';
import type { AuthModel, BundleInstanceAuthModel } from '../models.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { BundleInstanceAuthResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { visibleApplication } from '../visible-application.ts';

const bundleInstanceAuth: QueryResolvers['bundleInstanceAuth'] = async (_parent, { id }, { actor, deps }) => {
  const found = await deps.instanceAuths.findById(actor.tenant, id);
  if (!found || !isVisibleInstanceAuth(found, actor)) return null;
  // Remaining items of a deleted Application or bundle are not shown.
  const { tenant, applicationId, bundleId } = found;
  const [application, isInBundle] = await Promise.all([
    deps.applications.find(tenant, applicationId),
    deps.bundles.exists({ tenant, applicationId, id: bundleId }),
  ]);
  return application && isInBundle ? found : null;
};

const bundleByInstanceAuth: QueryResolvers['bundleByInstanceAuth'] = async (_parent, { authID }, context) => {
  const { actor, deps } = context;
  const found = await deps.instanceAuths.findById(actor.tenant, authID);
  if (!found || !isVisibleInstanceAuth(found, actor)) return null;
  const { tenant, applicationId, bundleId } = found;
  const [application, contents] = await Promise.all([
    visibleApplication(applicationId, context),
    deps.bundles.details({ tenant, applicationId, id: bundleId }),
  ]);
  return application && contents ? readBundle(contents) : null;
};

const requestBundleInstanceAuthCreation: MutationResolvers['requestBundleInstanceAuthCreation'] = (_parent, input, { actor, deps }) =>
  requestInstanceAuth(input.bundleID, input.in, actor, deps);

const requestBundleInstanceAuthDeletion: MutationResolvers['requestBundleInstanceAuthDeletion'] = (_parent, { authID }, { actor, deps }) =>
  requestInstanceAuthDeletion(authID, actor, deps);

const setBundleInstanceAuth: MutationResolvers['setBundleInstanceAuth'] = (_parent, input, { actor, deps }) =>
  setInstanceAuth(input.authID, input.in, actor, deps);

const deleteBundleInstanceAuth: MutationResolvers['deleteBundleInstanceAuth'] = (_parent, { authID }, { actor, deps }) =>
  deleteInstanceAuth(authID, actor, deps);

const createBundleInstanceAuth: MutationResolvers['createBundleInstanceAuth'] = (_parent, input, { actor, deps }) =>
  createInstanceAuth(input.bundleID, input.in, actor, deps);

const updateBundleInstanceAuth: MutationResolvers['updateBundleInstanceAuth'] = (_parent, input, { actor, deps }) =>
  updateInstanceAuth(input.id, input.bundleID, input.in, actor, deps);

/** The credentials in clear. */
export async function instanceAuthValue(one: BundleInstanceAuthModel, { deps }: Context): Promise<AuthModel | null> {
  if (one.auth === undefined) return null;
  return { value: JSON.parse(await deps.sealer.open(instanceAuthSealingContext(one), one.auth)) };
}

const instanceAuthFields: BundleInstanceAuthResolvers = {
  runtimeID: ({ runtimeId }) => runtimeId,
  runtimeContextID: () => null,
  auth: (one, _arguments, context) => instanceAuthValue(one, context),
};

export const instanceAuthsResolvers: ResolverPart = {
  Query: { bundleInstanceAuth, bundleByInstanceAuth },
  Mutation: {
    requestBundleInstanceAuthCreation,
    requestBundleInstanceAuthDeletion,
    setBundleInstanceAuth,
    deleteBundleInstanceAuth,
    createBundleInstanceAuth,
    updateBundleInstanceAuth,
  },
  BundleInstanceAuth: instanceAuthFields,
};
