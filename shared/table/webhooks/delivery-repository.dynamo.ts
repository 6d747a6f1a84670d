import * as z from 'zod';
import { epochSeconds, later } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { type Item, queryPages } from '#shared/table/read.dynamo.ts';
import { type RawChange, updateRaw } from '#shared/table/write.dynamo.ts';
import { type Delivery, deliverySchema } from '#shared/webhooks/delivery.ts';
import { type ClaimResult, type DeliveryRepository, endedStates, leaseTime, recordLifetime } from '#shared/webhooks/delivery-record.ts';

const pendingListing = (tenant: TenantId): string => tenantKey(tenant, 'PENDINGDELIVERIES');
const keyOf = ({ tenant, id }: Delivery) => ({ pk: tenantKey(tenant, 'DELIVERY', id), sk: headKey });

const maxErrorLength = 500;
const pageSize = 100;

/** The stored record that refused a claim. */
const stored = z.object({ state: z.string(), leaseUntil: z.string().optional() });

/** Plain updates instead of the modelling library: one write must create, take over or refuse. */
export function dynamoDeliveries(table: ControlPlaneTable): DeliveryRepository {
  const update = (delivery: Delivery, change: RawChange, isOwn?: (found: Item) => boolean) =>
    updateRaw(table, keyOf(delivery), change, isOwn);

  return {
    claim: async (delivery, now) => {
      const outcome = await update(delivery, claimUpdate(delivery, now), (found) => found.leaseUntil === leaseEnd(now));
      return outcome.isWritten ? { result: 'claimed', attempt: Number(outcome.item.attempts) } : refusedClaim(outcome.found, now);
    },

    end: async (delivery, state, status, now) => {
      await update(delivery, {
        UpdateExpression: `SET #state = :state, updatedAt = :now${status === undefined ? '' : ', lastStatus = :status'} REMOVE lastError, leaseUntil, body, listPk, listSk`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': state, ':now': now.toISOString(), ...(status !== undefined && { ':status': status }) },
      });
    },

    fail: async (delivery, { attempt }, { final, status, error }, now) => {
      await update(delivery, {
        UpdateExpression: `SET #state = :next, updatedAt = :now, lastError = :error, lastStatus = :status REMOVE leaseUntil${final ? ', listPk, listSk' : ''}`,
        ConditionExpression: '#state = :pending AND attempts = :attempt',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':next': final ? 'FAILED' : 'PENDING',
          ':pending': 'PENDING',
          ':attempt': attempt,
          ':now': now.toISOString(),
          ':error': error.slice(0, maxErrorLength),
          ':status': status ?? 0,
        },
      });
    },

    listPending: async function* (tenant) {
      const pages = queryPages(table, { index: 'listing', partition: pendingListing(tenant) }, pageSize);
      for await (const items of pages) yield items.map((item) => deliverySchema.parse(item));
    },
  };
}

const leaseEnd = (now: Date): string => later(now, leaseTime).toISOString();

/** A delivery that was given up may be claimed again: that is how one taken back from the dead letters gets another chance. */
const claimUpdate = (delivery: Delivery, now: Date): RawChange => {
  const { id, tenant, applicationId, webhookId, applicationTemplateId, eventId, body } = delivery;
  const time = now.toISOString();
  return {
    UpdateExpression:
      'SET #type = :type, #state = :pending, id = :id, tenant = :tenant, applicationId = :application, webhookId = :webhook, eventId = :event, ' +
      'body = :body, createdAt = if_not_exists(createdAt, :now), expiresAt = if_not_exists(expiresAt, :expiry), updatedAt = :now, ' +
      `${applicationTemplateId === undefined ? '' : 'applicationTemplateId = :template, '}` +
      'leaseUntil = :lease, attempts = if_not_exists(attempts, :zero) + :one, listPk = :listing, listSk = if_not_exists(listSk, :order)',
    ConditionExpression:
      'attribute_not_exists(pk) OR (#state IN (:pending, :failed) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now))',
    ExpressionAttributeNames: { '#type': 'type', '#state': 'state' },
    ExpressionAttributeValues: {
      ':type': 'Delivery',
      ':pending': 'PENDING',
      ':failed': 'FAILED',
      ':id': id,
      ':tenant': tenant,
      ':application': applicationId,
      ':webhook': webhookId,
      ...(applicationTemplateId !== undefined && { ':template': applicationTemplateId }),
      ':event': eventId,
      ':body': body,
      ':now': time,
      ':expiry': epochSeconds(later(now, recordLifetime)),
      ':lease': leaseEnd(now),
      ':zero': 0,
      ':one': 1,
      ':listing': pendingListing(tenant),
      ':order': `${time}#${id}`,
    },
  };
};

function refusedClaim(found: Item | undefined, now: Date): ClaimResult {
  const { state, leaseUntil } = stored.parse(found ?? {});
  const ended = endedStates.find((one) => one === state);
  if (ended) return { result: 'ended', state: ended };
  if (!leaseUntil) throw new AppError('InternalError', 'a delivery could not be claimed');
  return { result: 'busy', until: new Date(Math.max(Date.parse(leaseUntil), now.getTime())) };
}
