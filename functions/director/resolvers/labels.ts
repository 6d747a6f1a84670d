import { deleteLabel, setLabel } from '#shared/labelling/change-label.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers } from '../schema.generated.ts';

const setApplicationLabel: MutationResolvers['setApplicationLabel'] = (_parent, { applicationID, key, value }, { actor, deps }) =>
  setLabel({ kind: 'application', id: applicationID }, key, value, actor, deps);

const deleteApplicationLabel: MutationResolvers['deleteApplicationLabel'] = (_parent, { applicationID, key }, { actor, deps }) =>
  deleteLabel({ kind: 'application', id: applicationID }, key, actor, deps);

const setRuntimeLabel: MutationResolvers['setRuntimeLabel'] = (_parent, { runtimeID, key, value }, { actor, deps }) =>
  setLabel({ kind: 'runtime', id: runtimeID }, key, value, actor, deps);

const deleteRuntimeLabel: MutationResolvers['deleteRuntimeLabel'] = (_parent, { runtimeID, key }, { actor, deps }) =>
  deleteLabel({ kind: 'runtime', id: runtimeID }, key, actor, deps);

export const labelsResolvers: ResolverPart = {
  Mutation: { setApplicationLabel, deleteApplicationLabel, setRuntimeLabel, deleteRuntimeLabel },
};
