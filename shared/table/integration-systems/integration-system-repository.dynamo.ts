import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { isUuid } from '#shared/core/ids.ts';
import type { IntegrationSystemRepository } from '#shared/integration-systems/integration-system-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';

import { endingOwner } from '#shared/table/pairing/ending-owner.dynamo.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';

import { transact } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { fromItem, integrationSystemEntity, integrationSystemListing, toItem } from './integration-system-entity.dynamo.ts';

export function dynamoIntegrationSystems(table: ControlPlaneTable): IntegrationSystemRepository {
  const systems = integrationSystemEntity(table);
  const names = uniqueNames(table, 'INTEGRATIONSYSTEM');
  const counts = counter(table, 'INTEGRATIONSYSTEM');
  const end = endingOwner(table);

  return {
    insert: (system) =>
      transact([
        {
          write: systems
            .build(PutTransaction)
            .item(toItem(system))
            .options({ condition: { attr: 'id', exists: false } }),
        },
        names.reserve(system.tenant, system.name, system.id),
        counts.add(system.tenant, system.id, 1),
      ]),

    find: async (tenant, id) => {
      if (!isUuid(id)) return undefined;
      const found = await getByKey(systems, { tenant, id });
      return found && fromItem(found);
    },

    replace: (next, current) =>
      transact([
        {
          write: systems
            .build(PutTransaction)
            .item(toItem(next))
            .options({ condition: { attr: 'version', eq: current.version } }),
        },
        ...(next.name === current.name
          ? []
          : [names.reserve(next.tenant, next.name, next.id), names.release(current.tenant, current.name)]),
      ]),

    delete: ({ tenant, id, name, version }) =>
      end({ tenant, kind: 'integration_system', id }, [
        {
          write: systems
            .build(DeleteTransaction)
            .key({ tenant, id })
            .options({ condition: { attr: 'version', eq: version } }),
        },
        names.release(tenant, name),
        counts.add(tenant, id, -1),
      ]),

    list: (tenant, page) => {
      const formatter = systems.build(EntityFormatter);
      return listingPage(
        table,
        integrationSystemListing(tenant),
        page,
        (item) => fromItem(formatter.format(item)),
        ({ id }) => id,
      );
    },

    count: counts.total,
  };
}
