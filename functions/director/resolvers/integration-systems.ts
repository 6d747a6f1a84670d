import { pageRequest, wantedPage } from '#shared/core/page.ts';
import {
  registerIntegrationSystem as register,
  unregisterIntegrationSystem as unregister,
  updateIntegrationSystem as update,
} from '#shared/integration-systems/change-integration-system.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { IntegrationSystemResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const integrationSystem: QueryResolvers['integrationSystem'] = async (_parent, { id }, { actor, deps }) =>
  (await deps.integrationSystems.find(actor.tenant, id)) ?? deps.integrationSystems.findOfAllTenants(id);

const integrationSystems: QueryResolvers['integrationSystems'] = async (_parent, input, { actor, deps }) => {
  const page = await wantedPage(pageRequest(input.first, input.after), (next) => deps.integrationSystems.list(actor.tenant, next));
  return wirePage(
    page,
    input,
    (one) => one,
    () => deps.integrationSystems.count(actor.tenant),
  );
};

const registerIntegrationSystem: MutationResolvers['registerIntegrationSystem'] = (_parent, input, { actor, deps }) =>
  register(input.in, actor, deps);

const updateIntegrationSystem: MutationResolvers['updateIntegrationSystem'] = (_parent, input, { actor, deps }) =>
  update(input.id, input.in, actor, deps);

const unregisterIntegrationSystem: MutationResolvers['unregisterIntegrationSystem'] = (_parent, { id }, { actor, deps }) =>
  unregister(id, actor, deps);

const integrationSystemFields: IntegrationSystemResolvers = {
  allTenants: ({ allTenants = false }) => allTenants,
  // Credentials are seen in the tenant that one of all tenants was registered in.
  auths: ({ tenant, id }, _arguments, { actor, deps }) =>
    tenant === actor.tenant ? deps.auths.listByOwner({ tenant, kind: 'integration_system', id }) : null,
};

export const integrationSystemsResolvers: ResolverPart = {
  Query: { integrationSystem, integrationSystems },
  Mutation: { registerIntegrationSystem, updateIntegrationSystem, unregisterIntegrationSystem },
  IntegrationSystem: integrationSystemFields,
};
