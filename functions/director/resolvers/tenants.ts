import { labelsOf } from '#functions/director/labels-by-key.ts';
import { pageRequest } from '#shared/core/page.ts';
import { deleteTenants as remove, writeTenants as write } from '#shared/tenants/change-tenants.ts';
import { rootTenants as rootsOf } from '#shared/tenants/root-tenants.ts';
import { seesAllTenants, type Tenant, tenantFacts } from '#shared/tenants/tenant.ts';
import { setTenantLabel as setLabel, updateTenant as update } from '#shared/tenants/update-tenant.ts';
import { isFoundBy, ownTenants, visibleTenant } from '#shared/tenants/visible-tenants.ts';
import { chosenPage } from '../filtered-page.ts';
import { pageOfList, wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers, TenantResolvers } from '../schema.generated.ts';

const maxPageSize = 500;

const tenants: QueryResolvers['tenants'] = async (_parent, input, { actor, deps }) => {
  const request = pageRequest(input.first, input.after, maxPageSize);
  const { searchTerm } = input;
  const isChosen = searchTerm ? (one: Tenant) => isFoundBy(one, searchTerm) : undefined;
  if (seesAllTenants(actor)) {
    const { page, count } = await chosenPage<Tenant>(isChosen, request, { ...deps.tenants, key: ({ id }) => id });
    return wirePage(page, input, (one) => one, count);
  }
  const own = (await ownTenants(actor, deps.tenants)).filter((one) => !isChosen || isChosen(one));
  return wirePage(
    pageOfList(own, request, ({ id }) => id),
    input,
    (one) => one,
    async () => own.length,
  );
};

const tenantByExternalID: QueryResolvers['tenantByExternalID'] = (_parent, { id }, { actor, deps }) =>
  visibleTenant(id, actor, deps.tenants);

const tenantByInternalID: QueryResolvers['tenantByInternalID'] = (_parent, { id }, { actor, deps }) =>
  visibleTenant(id, actor, deps.tenants);

const writeTenants: MutationResolvers['writeTenants'] = async (_parent, input, { actor, deps }) =>
  (await write(input.in ?? [], actor, deps)).map(({ id }) => id);

const writeTenant: MutationResolvers['writeTenant'] = async (_parent, input, { actor, deps }) => {
  const [{ id }] = (await write([input.in], actor, deps)) as [Tenant];
  return id;
};

const deleteTenants: MutationResolvers['deleteTenants'] = (_parent, input, { actor, deps }) => remove(input.in ?? [], actor, deps);

const rootTenants: QueryResolvers['rootTenants'] = (_parent, { externalTenant }, { actor, deps }) =>
  rootsOf(externalTenant, actor, deps.tenants);

const updateTenant: MutationResolvers['updateTenant'] = (_parent, input, { actor, deps }) => update(input.id, input.in, actor, deps);

const setTenantLabel: MutationResolvers['setTenantLabel'] = (_parent, { tenantID, key, value }, { actor, deps }) =>
  setLabel(tenantID, { key, value }, actor, deps);

const tenantFields: TenantResolvers = {
  internalID: ({ id }) => id,
  parents: ({ parents }) => [...parents],
  provider: ({ provider }) => provider ?? '',
  parentID: ({ parents }) => parents[0],
  initialized: async ({ id }, _arguments, { deps }) => (await deps.tenants.objects(id)).size > 0,
  labels: ({ labels = {}, ...tenant }, { key }) => {
    const facts = tenantFacts.flatMap((name) => (tenant[name] ? [[name, tenant[name]] as const] : []));
    return labelsOf({ ...labels, ...Object.fromEntries(facts) }, key);
  },
};

export const tenantsResolvers: ResolverPart = {
  Query: { tenants, tenantByExternalID, tenantByInternalID, rootTenants },
  Mutation: { writeTenants, writeTenant, updateTenant, setTenantLabel, deleteTenants },
  Tenant: tenantFields,
};
