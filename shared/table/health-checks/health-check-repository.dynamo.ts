import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import { AppError } from '#shared/core/errors.ts';
import { isUuid } from '#shared/core/ids.ts';
import { type HealthCheck, isProbed } from '#shared/health-checks/health-check.ts';
import type { HealthCheckRepository } from '#shared/health-checks/health-check-repository.ts';
import type { StoredItem } from '#shared/table/attributes.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { claimDue, dueItems, unclaimDue } from '#shared/table/due-items.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { countAll, formatOf, getByKey } from '#shared/table/read.dynamo.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import { healthCheckEntity, healthCheckListing } from './health-check-entity.dynamo.ts';

const prober = 'system/health-prober';

export function dynamoHealthChecks(table: ControlPlaneTable): HealthCheckRepository {
  const checks = healthCheckEntity(table);
  const format = formatOf(checks);

  return {
    find: async (tenant, applicationId) => {
      if (!isUuid(applicationId)) return undefined;
      const found = await getByKey(checks, { tenant, applicationId });
      const check = found && fromItem(found);
      return check && isProbed(check) ? check : undefined;
    },

    list: async (tenant, page) =>
      listingPage(
        checks,
        table,
        { partition: healthCheckListing(tenant), fromItem: (item) => probed(fromItem(item)), keyOf: ({ applicationId }) => applicationId },
        page,
      ),

    count: (tenant) => countAll(table, { index: 'listing', partition: healthCheckListing(tenant) }),

    due: (now) => dueItems(table, 'HEALTHCHECK', now),

    claim: async (due, next) => {
      const claimed = await claimDue(table, due, next);
      return claimed && { check: fromItem(format(claimed.item)), due, dueKey: claimed.dueKey };
    },

    giveBack: ({ due, dueKey }) => unclaimDue(table, due, dueKey),

    record: async ({ check: { tenant, applicationId }, dueKey }, { condition, message, probedAt }) =>
      updateWhere(
        checks,
        {
          tenant,
          applicationId,
          condition,
          message: message ?? $remove(),
          probedAt,
          listPk: healthCheckListing(tenant),
          listSk: applicationId,
          version: $add(1),
          changedBy: prober,
        },
        { attr: 'idSk', eq: dueKey },
      ),
  };
}

const fromItem = ({
  tenant,
  applicationId,
  url = '',
  condition,
  message,
  probedAt,
}: StoredItem<typeof healthCheckEntity>): HealthCheck => ({
  tenant,
  applicationId,
  url,
  ...(condition && probedAt ? { result: { condition, message, probedAt } } : {}),
});

function probed(check: HealthCheck) {
  if (!isProbed(check)) throw new AppError('InternalError', 'a health check is listed without a result');
  return check;
}
