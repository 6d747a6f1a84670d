import { addBundle as add, ownBundle, deleteBundle as remove, updateBundle as update } from '#shared/bundles/change-bundle.ts';
import { bundleModel } from '../application-model.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const addBundle: MutationResolvers['addBundle'] = async (_parent, input, { actor, deps }) => ({
  contents: { ...(await add(input.applicationID, input.in, actor, deps)), instanceAuths: [] },
});

export const updateBundle: MutationResolvers['updateBundle'] = async (_parent, input, { actor, deps }) => {
  const bundle = await update(input.id, input.in, actor, deps);
  return bundleModel(bundle, deps);
};

/** Answers the bundle with what was in it. */
export const deleteBundle: MutationResolvers['deleteBundle'] = async (_parent, { id }, { actor, deps }) => {
  const model = await bundleModel(await ownBundle(id, actor, deps), deps);
  await remove(id, actor, deps);
  return model;
};
