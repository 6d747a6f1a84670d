import { deleteLabel, setLabel } from '#shared/labelling/change-label.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const setApplicationLabel: MutationResolvers['setApplicationLabel'] = (_parent, { applicationID, key, value }, { actor, deps }) =>
  setLabel({ kind: 'application', id: applicationID }, key, value, actor, deps);

export const deleteApplicationLabel: MutationResolvers['deleteApplicationLabel'] = (_parent, { applicationID, key }, { actor, deps }) =>
  deleteLabel({ kind: 'application', id: applicationID }, key, actor, deps);

export const setRuntimeLabel: MutationResolvers['setRuntimeLabel'] = (_parent, { runtimeID, key, value }, { actor, deps }) =>
  setLabel({ kind: 'runtime', id: runtimeID }, key, value, actor, deps);

export const deleteRuntimeLabel: MutationResolvers['deleteRuntimeLabel'] = (_parent, { runtimeID, key }, { actor, deps }) =>
  deleteLabel({ kind: 'runtime', id: runtimeID }, key, actor, deps);
