import { invalidOperation, notFound } from '#shared/core/errors.ts';
import { emptyPage } from '#shared/core/page.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { Mutation, Query } from '../schema.generated.ts';

/** Queries of the original whose question has no answer here, with what to use instead. */
export const queriesNotOffered = {
  applicationsGlobal: 'use applications in each tenant',
  tenantByLowestOwnerForResource: 'an object belongs to the one tenant that answers it; use application or runtime in each of tenants',
  systemAuthByToken: 'the Connector authenticates tokens; use systemAuth with an id',
} as const satisfies Partial<Record<keyof Query, string>>;

/** Mutations of the original that would change what does not exist here, with what to use instead. */
export const mutationsNotOffered = {
  mergeApplications: 'use addBundle for the Application that stays, and unregisterApplication for the other',
  registerRuntimeContext: 'use registerRuntime and setRuntimeLabel',
  updateRuntimeContext: 'there are no runtime contexts; use setRuntimeLabel',
  unregisterRuntimeContext: 'there are no runtime contexts; use deleteRuntimeLabel or unregisterRuntime',
  addIntegrationDependencyToApplication: 'use setApplicationLabel',
  deleteIntegrationDependency: 'there are no integration dependencies; use deleteApplicationLabel',
  updateSystemAuth: 'request other credentials, and delete these with deleteSystemAuthForApplication or the like',
  finalizeDraftFormation: 'a formation is READY as soon as it exists; use createFormation alone',
  createFormationConstraint: 'use applicationTypes and runtimeTypes in createFormationTemplate',
  updateFormationConstraint: 'use applicationTypes and runtimeTypes in updateFormationTemplate',
  deleteFormationConstraint: 'there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate',
  attachConstraintToFormationTemplate: 'use applicationTypes and runtimeTypes in updateFormationTemplate',
  detachConstraintFromFormationTemplate: 'there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate',
  subscribeTenant: 'use registerApplicationFromTemplate in the tenant',
  unsubscribeTenant: 'use unregisterApplication',
  createCertificateSubjectMapping: 'certificates are issued here; use requestOneTimeTokenForApplication or the like',
  updateCertificateSubjectMapping: 'certificates are issued here; use requestOneTimeTokenForApplication or the like',
  deleteCertificateSubjectMapping: 'there are no certificate subject mappings; use deleteSystemAuthForApplication or the like',
  addTenantAccess: 'an object belongs to one tenant; use registerApplication or registerRuntime in the other one, too',
  removeTenantAccess: 'an object belongs to one tenant; use unregisterApplication or unregisterRuntime',
  scheduleOperation: 'nothing is scheduled; use refetchAPISpec to have a specification fetched',
  setAPIAuth: 'use createBundleInstanceAuth for the bundle of the API',
  deleteAPIAuth: 'use deleteBundleInstanceAuth for the bundle of the API',
  addDocument: 'use addDocumentToBundle',
} as const satisfies Partial<Record<keyof Mutation, string>>;

const refuse = (name: string, instead: string) => () => {
  throw invalidOperation(`${name} is not offered here: ${instead}`);
};

const refusals = (operations: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(operations).map(([name, instead]) => [name, refuse(name, instead)]));

const noPage = (_parent: unknown, input: { after?: string | null }) =>
  wirePage(
    emptyPage,
    input,
    (one: never) => one,
    async () => 0,
  );

/** Queries for objects that nothing creates here. */
const emptyQueries = {
  operation: () => null,
  applicationBySystemNumber: () => null,
  runtimeByTokenIssuer: () => null,
  formationConstraints: () => [],
  formationConstraintsByFormationType: () => [],
  formationConstraint: (_parent, { id }) => {
    throw notFound('formationConstraint', id);
  },
  certificateSubjectMappings: noPage,
  certificateSubjectMapping: (_parent, { id }) => {
    throw notFound('certificateSubjectMapping', id);
  },
} satisfies ResolverPart['Query'];

export const emptyQueryNames = Object.keys(emptyQueries) as (keyof typeof emptyQueries)[];

/** The operations that are there so that a document that names them is not refused as a whole. */
export type OperationNotOffered = keyof typeof queriesNotOffered | keyof typeof mutationsNotOffered | keyof typeof emptyQueries;

const names = [...Object.keys(queriesNotOffered), ...Object.keys(mutationsNotOffered), ...emptyQueryNames];

/** They admit every authenticated caller: their answer depends on nothing. */
export const scopesOfNotOffered = Object.fromEntries(names.map((name) => [name, undefined])) as Record<OperationNotOffered, undefined>;

export const notOfferedResolvers: ResolverPart = {
  Query: { ...refusals(queriesNotOffered), ...emptyQueries },
  Mutation: refusals(mutationsNotOffered),
  Application: { integrationDependencies: noPage, operations: () => [] },
  Runtime: { runtimeContext: () => null, runtimeContexts: noPage },
  FormationTemplate: { formationConstraints: () => [] },
};
