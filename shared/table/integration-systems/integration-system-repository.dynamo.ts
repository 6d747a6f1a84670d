import { isUuid } from '#shared/core/ids.ts';
import type { IntegrationSystemRepository } from '#shared/integration-systems/integration-system-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { endingOwner } from '#shared/table/pairing/ending-owner.dynamo.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { deleteStep, insertStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { fromItem, integrationSystemEntity, integrationSystemListing, toItem } from './integration-system-entity.dynamo.ts';
import { systemsOfAllTenants } from './systems-of-all-tenants.dynamo.ts';

export function dynamoIntegrationSystems(table: ControlPlaneTable): IntegrationSystemRepository {
  const systems = integrationSystemEntity(table);
  const names = uniqueNames(table, 'INTEGRATIONSYSTEM');
  const counts = counter(table, 'INTEGRATIONSYSTEM');
  const end = endingOwner(table);
  const ofAllTenants = systemsOfAllTenants(table);

  const find: IntegrationSystemRepository['find'] = async (tenant, id) => {
    if (!isUuid(id)) return undefined;
    const found = await getByKey(systems, { tenant, id });
    return found && fromItem(found);
  };

  return {
    insert: (system) =>
      transact([
        insertStep(systems, toItem(system)),
        names.reserve(system.tenant, system.name, system.id),
        counts.add(system.tenant, system.id, 1),
        ...ofAllTenants.enter(system),
      ]),

    find,

    findOfAllTenants: async (id) => {
      const home = await ofAllTenants.homeOf(id);
      return home && find(home, id);
    },

    replace: (next, current) => transact([replaceStep(systems, toItem(next), current.version), ...names.rename(next, current)]),

    delete: (system) => {
      const { tenant, id, name, version } = system;
      return end({ tenant, kind: 'integration_system', id }, [
        deleteStep(systems, { tenant, id }, version),
        names.release(tenant, name),
        counts.add(tenant, id, -1),
        ...ofAllTenants.remove(system),
      ]);
    },

    list: (tenant, page) =>
      listingPage(systems, table, { partition: integrationSystemListing(tenant), fromItem, keyOf: ({ id }) => id }, page),

    count: counts.total,
  };
}
