import { AppError } from '#shared/core/errors.ts';
import { deleteLabel } from '#shared/labelling/change-label.ts';
import {
  createLabelDefinition as create,
  deleteLabelDefinition as remove,
  requireDefinition,
  updateLabelDefinition as update,
} from '#shared/labelling/change-label-definition.ts';
import { changeScenariosDefinition } from '#shared/labelling/change-scenarios-definition.ts';
import { labelledObjects } from '#shared/labelling/labelled-objects.ts';
import { scenariosDefinition } from '#shared/labelling/scenarios-definition.ts';
import { scenariosLabel } from '#shared/labels/label.ts';
import type { Context } from '../context.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const labelDefinitions: QueryResolvers['labelDefinitions'] = async (_parent, _arguments, { actor, deps }) => {
  const [scenarios, own] = await Promise.all([scenariosDefinition(actor.tenant, deps), deps.labelDefinitions.list(actor.tenant)]);
  return [scenarios, ...own];
};

const labelDefinition: QueryResolvers['labelDefinition'] = async (_parent, { key }, { actor, deps }) => {
  if (key === scenariosLabel) return scenariosDefinition(actor.tenant, deps);
  return (await deps.labelDefinitions.list(actor.tenant)).find((one) => one.key === key) ?? null;
};

const createLabelDefinition: MutationResolvers['createLabelDefinition'] = (_parent, input, { actor, deps }) =>
  (input.in.key === scenariosLabel ? changeScenariosDefinition : create)(input.in, actor, deps);

const updateLabelDefinition: MutationResolvers['updateLabelDefinition'] = (_parent, input, { actor, deps }) =>
  (input.in.key === scenariosLabel ? changeScenariosDefinition : update)(input.in, actor, deps);

const deleteLabelDefinition: MutationResolvers['deleteLabelDefinition'] = async (_parent, input, context) => {
  if (input.deleteRelatedLabels) await deleteLabels(input.key, context);
  return remove(input.key, context.actor, context.deps);
};

/** Deletes the labels before the definition, so that a repetition after a crash continues. Throws NotFound for the definition. */
async function deleteLabels(key: string, { actor, deps }: Context): Promise<void> {
  await requireDefinition(key, actor, deps);
  for await (const { kind, id } of labelledObjects(actor.tenant, key, deps)) {
    await deleteLabel({ kind, id }, key, actor, deps).catch((error: unknown) => {
      // Another caller deleted the label, or its owner, meanwhile.
      if (!(error instanceof AppError && error.code === 'NotFound')) throw error;
    });
  }
}

export const labelDefinitionsResolvers: ResolverPart = {
  Query: { labelDefinitions, labelDefinition },
  Mutation: { createLabelDefinition, updateLabelDefinition, deleteLabelDefinition },
};
