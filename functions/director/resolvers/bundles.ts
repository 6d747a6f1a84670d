import { addBundle as add, ownBundle, deleteBundle as remove, updateBundle as update } from '#shared/bundles/change-bundle.ts';
import * as definitions from '#shared/bundles/change-definition.ts';
import { bundleModel, singleSpecText } from '../application-model.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const addBundle: MutationResolvers['addBundle'] = async (_parent, input, { actor, deps }) => {
  const { specs, ...contents } = await add(input.applicationID, input.in, actor, deps);
  const texts = new Map(specs.map(({ definitionId, data }) => [definitionId, data]));
  return { contents: { ...contents, instanceAuths: [] }, specText: async (id) => texts.get(id) };
};

export const updateBundle: MutationResolvers['updateBundle'] = async (_parent, input, { actor, deps }) => {
  const bundle = await update(input.id, input.in, actor, deps);
  return bundleModel(bundle.tenant, bundle.applicationId, bundle.id, deps);
};

/** Answers the bundle with what was in it. */
export const deleteBundle: MutationResolvers['deleteBundle'] = async (_parent, { id }, { actor, deps }) => {
  const { tenant, applicationId } = await ownBundle(id, actor, deps);
  const model = await bundleModel(tenant, applicationId, id, deps);
  await remove(id, actor, deps);
  return model;
};

export const addAPIDefinitionToBundle: MutationResolvers['addAPIDefinitionToBundle'] = async (_parent, input, { actor, deps }) => {
  const definition = await definitions.addApiDefinition(input.bundleID, input.in, actor, deps);
  return { definition, specText: singleSpecText(definition, deps) };
};

export const updateAPIDefinition: MutationResolvers['updateAPIDefinition'] = async (_parent, input, { actor, deps }) => {
  const definition = await definitions.updateApiDefinition(input.id, input.in, actor, deps);
  return { definition, specText: singleSpecText(definition, deps) };
};

export const deleteAPIDefinition: MutationResolvers['deleteAPIDefinition'] = async (_parent, { id }, { actor, deps }) => {
  const definition = await definitions.deleteApiDefinition(id, actor, deps);
  return { definition, specText: async () => undefined };
};

export const addEventDefinitionToBundle: MutationResolvers['addEventDefinitionToBundle'] = async (_parent, input, { actor, deps }) => {
  const definition = await definitions.addEventDefinition(input.bundleID, input.in, actor, deps);
  return { definition, specText: singleSpecText(definition, deps) };
};

export const updateEventDefinition: MutationResolvers['updateEventDefinition'] = async (_parent, input, { actor, deps }) => {
  const definition = await definitions.updateEventDefinition(input.id, input.in, actor, deps);
  return { definition, specText: singleSpecText(definition, deps) };
};

export const deleteEventDefinition: MutationResolvers['deleteEventDefinition'] = async (_parent, { id }, { actor, deps }) => {
  const definition = await definitions.deleteEventDefinition(id, actor, deps);
  return { definition, specText: async () => undefined };
};

export const addDocumentToBundle: MutationResolvers['addDocumentToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addDocument(input.bundleID, input.in, actor, deps);

export const deleteDocument: MutationResolvers['deleteDocument'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteDocument(id, actor, deps);
