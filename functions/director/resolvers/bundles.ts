import { addBundle as add, ownBundle, deleteBundle as remove, updateBundle as update } from '#shared/bundles/change-bundle.ts';
import { bundleModel, readBundle } from '../application-model.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { selectsAny } from '../selected-parts.ts';
import { fieldsOfContents } from './bundle-fields.ts';

const addBundle: MutationResolvers['addBundle'] = async (_parent, input, { actor, deps }) =>
  readBundle({ ...(await add(input.applicationID, input.in, actor, deps)), instanceAuths: [] });

const updateBundle: MutationResolvers['updateBundle'] = async (_parent, input, { actor, deps }) =>
  bundleModel(await update(input.id, input.in, actor, deps), deps);

/** Returns the deleted bundle. Its selected contents are read before the deletion. */
const deleteBundle: MutationResolvers['deleteBundle'] = async (_parent, { id }, { actor, deps }, info) => {
  const model = bundleModel(await ownBundle(id, actor, deps), deps);
  if (selectsAny(info, fieldsOfContents)) await model.contents();
  await remove(id, actor, deps);
  return model;
};

export const bundlesResolvers: ResolverPart = { Mutation: { addBundle, updateBundle, deleteBundle } };
