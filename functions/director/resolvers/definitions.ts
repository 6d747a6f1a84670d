import * as definitions from '#shared/bundles/change-definition.ts';
import { refetchApiSpec, refetchEventSpec } from '#shared/bundles/refetch-spec.ts';
import { withoutAuth } from '../compat/definitions-in-registration.ts';
import { everyApiDefinition, everyEventDefinition } from '../every-definition.ts';
import { pageOfParts } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { visibleDetails } from '../visible-application.ts';

const apisForApplication: QueryResolvers['apisForApplication'] = async (_parent, input, context) => {
  const details = await visibleDetails(input.appID, context);
  return details ? pageOfParts(everyApiDefinition(details), input) : null;
};

const eventsForApplication: QueryResolvers['eventsForApplication'] = async (_parent, input, context) => {
  const details = await visibleDetails(input.appID, context);
  return details ? pageOfParts(everyEventDefinition(details), input) : null;
};

const addAPIDefinitionToBundle: MutationResolvers['addAPIDefinitionToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addApiDefinition({ bundleId: input.bundleID }, withoutAuth(input.in), actor, deps);

const addAPIDefinitionToApplication: MutationResolvers['addAPIDefinitionToApplication'] = (_parent, input, { actor, deps }) =>
  definitions.addApiDefinition({ applicationId: input.appID }, withoutAuth(input.in), actor, deps);

const updateAPIDefinition: MutationResolvers['updateAPIDefinition'] = (_parent, input, { actor, deps }) =>
  definitions.updateApiDefinition(input.id, withoutAuth(input.in), actor, deps);

const updateAPIDefinitionForApplication = updateAPIDefinition;

const deleteAPIDefinition: MutationResolvers['deleteAPIDefinition'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteApiDefinition(id, actor, deps);

const refetchAPISpec: MutationResolvers['refetchAPISpec'] = (_parent, { apiID }, { actor, deps }) => refetchApiSpec(apiID, actor, deps);

const addEventDefinitionToBundle: MutationResolvers['addEventDefinitionToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addEventDefinition({ bundleId: input.bundleID }, input.in, actor, deps);

const addEventDefinitionToApplication: MutationResolvers['addEventDefinitionToApplication'] = (_parent, input, { actor, deps }) =>
  definitions.addEventDefinition({ applicationId: input.appID }, input.in, actor, deps);

const updateEventDefinition: MutationResolvers['updateEventDefinition'] = (_parent, input, { actor, deps }) =>
  definitions.updateEventDefinition(input.id, input.in, actor, deps);

const updateEventDefinitionForApplication = updateEventDefinition;

const deleteEventDefinition: MutationResolvers['deleteEventDefinition'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteEventDefinition(id, actor, deps);

const refetchEventDefinitionSpec: MutationResolvers['refetchEventDefinitionSpec'] = (_parent, { eventID }, { actor, deps }) =>
  refetchEventSpec(eventID, actor, deps);

const addDocumentToBundle: MutationResolvers['addDocumentToBundle'] = (_parent, input, { actor, deps }) =>
  definitions.addDocument(input.bundleID, input.in, actor, deps);

const deleteDocument: MutationResolvers['deleteDocument'] = (_parent, { id }, { actor, deps }) =>
  definitions.deleteDocument(id, actor, deps);

export const definitionsResolvers: ResolverPart = {
  Query: { apisForApplication, eventsForApplication },
  Mutation: {
    addAPIDefinitionToBundle,
    addAPIDefinitionToApplication,
    updateAPIDefinition,
    updateAPIDefinitionForApplication,
    deleteAPIDefinition,
    refetchAPISpec,
    addEventDefinitionToBundle,
    addEventDefinitionToApplication,
    updateEventDefinition,
    updateEventDefinitionForApplication,
    deleteEventDefinition,
    refetchEventDefinitionSpec,
    addDocumentToBundle,
    deleteDocument,
  },
};
