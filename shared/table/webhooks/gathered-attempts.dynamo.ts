import { epochSeconds, later } from '#shared/core/clock.ts';
import { admittingInLine } from '#shared/endpoints/admitting-in-line.ts';
import type { EndpointPool } from '#shared/endpoints/endpoint-pools.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoEndpointLeases, leaseStatements } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { statementBatches } from '#shared/table/statement-batches.dynamo.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { type Attempt, type DeliveryRepository, leaseTime, recordLifetime } from '#shared/webhooks/delivery-record.ts';
import { keyOf, logOf } from './delivery-keys.dynamo.ts';
import { attemptEntry, dynamoDeliveries } from './delivery-repository.dynamo.ts';
import { waitsForOthers } from './waits-for-others.ts';

/**
 * Deliveries and endpoints whose usual course is written together with that of others: a first attempt, at an endpoint that is free, that succeeds.
 * Everything else, and each write that failed, is made by itself.
 */
export function gatheredAttempts(table: ControlPlaneTable, random: () => number, pool: EndpointPool) {
  const deliveries = dynamoDeliveries(table);
  const endpoints = dynamoEndpointLeases(table, random, pool);
  const admitAlone = admittingInLine(endpoints.admit);
  const others = waitsForOthers();
  const begun = statementBatches(table);
  const ended = statementBatches(table, others.schedule);
  const leases = leaseStatements(random, pool);

  const claim: DeliveryRepository['claim'] = async (delivery, now, isNew) => {
    if (!isNew || !(await begun({ insert: newRecord(delivery, now) }))) return deliveries.claim(delivery, now);
    others.begin(delivery.id);
    return { result: 'claimed', attempt: 1, step: 1, since: now };
  };

  const end: DeliveryRepository['end'] = async (delivery, state, attempt, now) => {
    const isUsual = state === 'SUCCEEDED' && attempt && others.isUnderWay(delivery.id);
    if (!isUsual) others.leave(delivery.id);
    else if (await others.last(delivery.id, () => ended(firstSuccess(delivery, attempt, now)))) return;
    return deliveries.end(delivery, state, attempt, now);
  };

  return {
    deliveries: {
      claim,
      end,
      fail: (delivery, ...rest) => {
        others.leave(delivery.id);
        return deliveries.fail(delivery, ...rest);
      },
      release: (delivery, ...rest) => {
        others.leave(delivery.id);
        return deliveries.release(delivery, ...rest);
      },
    } satisfies Pick<DeliveryRepository, 'claim' | 'end' | 'fail' | 'release'>,

    endpoints: {
      admit: async (endpoint, now, options) => {
        const { lease, take, create } = leases.taking(endpoint, now);
        if ((await begun(take)) || (await begun(create()))) return { result: 'admitted', lease };
        return admitAlone(endpoint, now, options);
      },
      release: async (lease, answered, now) => {
        const freed = answered && lease.failedProbes === undefined && (await ended(leases.freeing(lease)));
        if (!freed) await endpoints.release(lease, answered, now);
      },
    } satisfies ReturnType<typeof dynamoEndpointLeases>,
  };
}

/** The record of a delivery that is claimed for the first time. */
function newRecord(delivery: Delivery, now: Date) {
  const { id, tenant, applicationId, webhookId, applicationTemplateId, eventId, eventType, body } = delivery;
  const time = now.toISOString();
  const order = `${time}#${id}`;
  return {
    ...keyOf(delivery),
    type: 'Delivery',
    state: 'PENDING',
    id,
    tenant,
    applicationId,
    webhookId,
    applicationTemplateId,
    eventId,
    eventType,
    body,
    createdAt: time,
    updatedAt: time,
    since: time,
    expiresAt: epochSeconds(later(now, recordLifetime)),
    leaseUntil: later(now, leaseTime).toISOString(),
    attempts: 1,
    step: 1,
    listPk: logOf({ tenant, applicationId }).partition,
    listSk: order,
    logPk: logOf({ tenant, webhookId }).partition,
    logSk: order,
  };
}

/** The end of a delivery whose first attempt this was; refused where another worker took it over. */
const firstSuccess = (delivery: Delivery, attempt: Attempt, now: Date) => ({
  key: keyOf(delivery),
  sets: {
    state: 'SUCCEEDED',
    updatedAt: now.toISOString(),
    lastStatus: attempt.status ?? 0,
    attemptLog: [attemptEntry(attempt)],
    // A statement that removes an attribute fails where there is none; the end of a lease means the same.
    leaseUntil: now.toISOString(),
  },
  where: [
    ['"state" = ?', 'PENDING'],
    ['"attempts" = ?', 1],
  ] as const,
});
