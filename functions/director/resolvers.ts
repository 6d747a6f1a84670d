import { authorized } from './authorized.ts';
import { applicationFields } from './resolvers/application-fields.ts';
import * as applicationTemplates from './resolvers/application-templates.ts';
import * as applications from './resolvers/applications.ts';
import { applicationsForRuntime } from './resolvers/applications-for-runtime.ts';
import * as auths from './resolvers/auth-fields.ts';
import * as automatic from './resolvers/automatic-scenario-assignments.ts';
import { bundleFields } from './resolvers/bundle-fields.ts';
import * as bundles from './resolvers/bundles.ts';
import * as parts from './resolvers/definition-fields.ts';
import * as definitions from './resolvers/definitions.ts';
import * as eventing from './resolvers/eventing.ts';
import * as templates from './resolvers/formation-templates.ts';
import * as formations from './resolvers/formations.ts';
import { healthCheckFields, healthChecks } from './resolvers/health-checks.ts';
import * as instanceAuths from './resolvers/instance-auths.ts';
import * as systems from './resolvers/integration-systems.ts';
import * as labelDefinitions from './resolvers/label-definitions.ts';
import * as labels from './resolvers/labels.ts';
import * as pairing from './resolvers/pairing.ts';
import { runtimeFields } from './resolvers/runtime-fields.ts';
import * as runtimes from './resolvers/runtimes.ts';
import * as systemAuths from './resolvers/system-auths.ts';
import * as tenants from './resolvers/tenants.ts';
import { viewer } from './resolvers/viewer.ts';
import * as webhooks from './resolvers/webhooks.ts';
import { sanitized } from './sanitized.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './schema.generated.ts';

const { application, applications: listApplications, ...changeApplications } = applications;
const {
  applicationTemplate,
  applicationTemplates: listApplicationTemplates,
  applicationTemplateFields,
  ...changeApplicationTemplates
} = applicationTemplates;
const { runtime, runtimes: listRuntimes, ...changeRuntimes } = runtimes;
const { formation, formationByName, formations: listFormations, formationsForObject, ...changeFormations } = formations;
const { formationTemplate, formationTemplates, formationTemplatesByName, formationTemplateFields, ...changeTemplates } = templates;
const { systemAuthFields, ...changeSystemAuths } = systemAuths;
const { labelDefinition, labelDefinitions: listLabelDefinitions, ...changeLabelDefinitions } = labelDefinitions;
const { apisForApplication, eventsForApplication, ...changeDefinitions } = definitions;
const {
  automaticScenarioAssignments,
  automaticScenarioAssignmentForScenario,
  automaticScenarioAssignmentsForSelector,
  ...changeAutomatic
} = automatic;
const { integrationSystem, integrationSystems, integrationSystemFields, ...changeSystems } = systems;
const { tenants: listTenants, tenantByExternalID, tenantByInternalID, tenantFields, ...changeTenants } = tenants;
const { webhookFields, ...changeWebhooks } = webhooks;

const { bundleInstanceAuth, bundleByInstanceAuth, instanceAuthFields, instanceAuthValue: _, ...changeInstanceAuths } = instanceAuths;

const query: QueryResolvers = {
  application,
  applications: listApplications,
  applicationsForRuntime,
  apisForApplication,
  eventsForApplication,
  bundleInstanceAuth,
  bundleByInstanceAuth,
  runtime,
  runtimes: listRuntimes,
  formation,
  formationByName,
  formations: listFormations,
  formationsForObject,
  formationTemplate,
  formationTemplates,
  formationTemplatesByName,
  labelDefinition,
  labelDefinitions: listLabelDefinitions,
  automaticScenarioAssignments,
  automaticScenarioAssignmentForScenario,
  automaticScenarioAssignmentsForSelector,
  integrationSystem,
  integrationSystems,
  applicationTemplate,
  applicationTemplates: listApplicationTemplates,
  tenants: listTenants,
  tenantByExternalID,
  tenantByInternalID,
  healthChecks,
  viewer,
};

const mutation: MutationResolvers = {
  ...changeApplications,
  ...changeApplicationTemplates,
  ...changeTenants,
  ...changeRuntimes,
  ...changeFormations,
  ...changeTemplates,
  ...changeWebhooks,
  ...bundles,
  ...changeInstanceAuths,
  ...labels,
  ...changeDefinitions,
  ...changeLabelDefinitions,
  ...changeAutomatic,
  ...changeSystems,
  ...pairing,
  ...changeSystemAuths,
  ...eventing,
};

export const resolvers: Resolvers = sanitized({
  Query: authorized(query),
  Mutation: authorized(mutation),
  Application: applicationFields,
  Runtime: runtimeFields,
  Bundle: bundleFields,
  BundleInstanceAuth: instanceAuthFields,
  APIDefinition: parts.apiDefinitionFields,
  EventDefinition: parts.eventDefinitionFields,
  Document: parts.documentFields,
  APISpec: parts.apiSpecFields,
  EventSpec: parts.eventSpecFields,
  FetchRequest: parts.fetchRequestFields,
  FormationTemplate: formationTemplateFields,
  IntegrationSystem: integrationSystemFields,
  ApplicationTemplate: applicationTemplateFields,
  Tenant: tenantFields,
  HealthCheck: healthCheckFields,
  Webhook: webhookFields,
  Auth: auths.authFields,
  CSRFTokenCredentialRequestAuth: auths.csrfFields,
  CredentialData: auths.credentialData,
  OneTimeToken: auths.oneTimeToken,
  SystemAuth: systemAuthFields,
  AppSystemAuth: auths.applicationAuthFields,
  SystemAuthOrigin: auths.originFields,
  RuntimeSystemAuth: auths.runtimeAuthFields,
  IntSysSystemAuth: auths.integrationSystemAuthFields,
});
