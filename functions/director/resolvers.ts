import { authorized } from './authorized.ts';
import { definitionsOfApplicationsResolvers } from './compat/definitions-of-applications.ts';
import { notOfferedResolvers } from './compat/not-offered.ts';
import { forgetting } from './forgetting.ts';
import type { ResolverPart } from './resolver-part.ts';
import { applicationFieldsResolvers } from './resolvers/application-fields.ts';
import { applicationSearchesResolvers } from './resolvers/application-searches.ts';
import { applicationTemplatesResolvers } from './resolvers/application-templates.ts';
import { applicationsResolvers } from './resolvers/applications.ts';
import { applicationsForRuntimeResolvers } from './resolvers/applications-for-runtime.ts';
import { authFieldsResolvers } from './resolvers/auth-fields.ts';
import { automaticScenarioAssignmentsResolvers } from './resolvers/automatic-scenario-assignments.ts';
import { bundleFieldsResolvers } from './resolvers/bundle-fields.ts';
import { bundlesResolvers } from './resolvers/bundles.ts';
import { certificatesResolvers } from './resolvers/certificates.ts';
import { definitionFieldsResolvers } from './resolvers/definition-fields.ts';
import { definitionsResolvers } from './resolvers/definitions.ts';
import { deliveriesResolvers } from './resolvers/deliveries.ts';
import { eventingResolvers } from './resolvers/eventing.ts';
import { formationAssignmentsResolvers } from './resolvers/formation-assignments.ts';
import { formationTemplatesResolvers } from './resolvers/formation-templates.ts';
import { formationsResolvers } from './resolvers/formations.ts';
import { healthChecksResolvers } from './resolvers/health-checks.ts';
import { instanceAuthsResolvers } from './resolvers/instance-auths.ts';
import { integrationSystemsResolvers } from './resolvers/integration-systems.ts';
import { labelDefinitionsResolvers } from './resolvers/label-definitions.ts';
import { labelsResolvers } from './resolvers/labels.ts';
import { pairingResolvers } from './resolvers/pairing.ts';
import { runtimeFieldsResolvers } from './resolvers/runtime-fields.ts';
import { runtimesResolvers } from './resolvers/runtimes.ts';
import { systemAuthsResolvers } from './resolvers/system-auths.ts';
import { tenantsResolvers } from './resolvers/tenants.ts';
import { viewerResolvers } from './resolvers/viewer.ts';
import { webhooksResolvers } from './resolvers/webhooks.ts';
import { sanitized } from './sanitized.ts';
import type { Resolvers } from './schema.generated.ts';

const { Query, Mutation, ...types } = merged([
  applicationFieldsResolvers,
  applicationSearchesResolvers,
  applicationTemplatesResolvers,
  applicationsResolvers,
  applicationsForRuntimeResolvers,
  authFieldsResolvers,
  automaticScenarioAssignmentsResolvers,
  bundleFieldsResolvers,
  bundlesResolvers,
  certificatesResolvers,
  definitionFieldsResolvers,
  definitionsOfApplicationsResolvers,
  definitionsResolvers,
  deliveriesResolvers,
  eventingResolvers,
  formationAssignmentsResolvers,
  formationTemplatesResolvers,
  formationsResolvers,
  healthChecksResolvers,
  instanceAuthsResolvers,
  integrationSystemsResolvers,
  labelDefinitionsResolvers,
  labelsResolvers,
  notOfferedResolvers,
  pairingResolvers,
  runtimeFieldsResolvers,
  runtimesResolvers,
  systemAuthsResolvers,
  tenantsResolvers,
  viewerResolvers,
  webhooksResolvers,
]);

/** The parts as one object: the fields of a type may be in several of them. */
function merged(parts: readonly ResolverPart[]): Required<Resolvers> {
  const all: Record<string, object> = {};
  for (const part of parts) for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields };
  return all as Required<Resolvers>;
}

/** Every resolver of the Director behind its rule: of an operation, or of a field that answers credentials. */
export const resolvers: Resolvers = sanitized({ Query: authorized(Query), Mutation: authorized(forgetting(Mutation)), ...types });
