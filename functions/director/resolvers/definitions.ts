import * as definitions from '#shared/bundles/change-definition.ts';
import { refetchApiSpec, refetchEventSpec } from '#shared/bundles/refetch-spec.ts';
import { everyApiDefinition, everyEventDefinition } from '../every-definition.ts';
import { pageOfParts } from '../page.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { visibleDetails } from '../visible-application.ts';

export const apisForApplication: QueryResolvers['apisForApplication'] = async (_parent, input, context) => {
  const details = await visibleDetails(input.appID, context);
  return details ? pageOfParts(everyApiDefinition(details), input) : null;
};

export const eventsForApplication: QueryResolvers['eventsForApplication'] = async (_parent, input, context) => {
  const details = await visibleDetails(input.appID, context);
  return details ? pageOfParts(everyEventDefinition(details), input) : null;
};

export const addAPIDefinitionToBundle: MutationResolvers['addAPIDefinitionToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addApiDefinition({ bundleId: input.bundleID }, input.in, actor, deps);

export const addAPIDefinitionToApplication: MutationResolvers['addAPIDefinitionToApplication'] = (_parent, input, { actor, deps }) =>
  definitions.addApiDefinition({ applicationId: input.appID }, input.in, actor, deps);

export const updateAPIDefinition: MutationResolvers['updateAPIDefinition'] = (_parent, input, { actor, deps }) =>
  definitions.updateApiDefinition(input.id, input.in, actor, deps);

export const updateAPIDefinitionForApplication = updateAPIDefinition;

export const deleteAPIDefinition: MutationResolvers['deleteAPIDefinition'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteApiDefinition(id, actor, deps);

export const refetchAPISpec: MutationResolvers['refetchAPISpec'] = (_parent, { apiID }, { actor, deps }) =>
  refetchApiSpec(apiID, actor, deps);

export const addEventDefinitionToBundle: MutationResolvers['addEventDefinitionToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addEventDefinition({ bundleId: input.bundleID }, input.in, actor, deps);

export const addEventDefinitionToApplication: MutationResolvers['addEventDefinitionToApplication'] = (_parent, input, { actor, deps }) =>
  definitions.addEventDefinition({ applicationId: input.appID }, input.in, actor, deps);

export const updateEventDefinition: MutationResolvers['updateEventDefinition'] = (_parent, input, { actor, deps }) =>
  definitions.updateEventDefinition(input.id, input.in, actor, deps);

export const updateEventDefinitionForApplication = updateEventDefinition;

export const deleteEventDefinition: MutationResolvers['deleteEventDefinition'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteEventDefinition(id, actor, deps);

export const refetchEventDefinitionSpec: MutationResolvers['refetchEventDefinitionSpec'] = (_parent, { eventID }, { actor, deps }) =>
  refetchEventSpec(eventID, actor, deps);

export const addDocumentToBundle: MutationResolvers['addDocumentToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addDocument(input.bundleID, input.in, actor, deps);

export const deleteDocument: MutationResolvers['deleteDocument'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteDocument(id, actor, deps);
