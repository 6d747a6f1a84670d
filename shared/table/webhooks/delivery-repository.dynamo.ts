import * as z from 'zod';
import { epochSeconds, later } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { claimDue, dueItems, dueKeys } from '#shared/table/due-items.dynamo.ts';
import { type Item, queryPages } from '#shared/table/read.dynamo.ts';
import { type RawChange, updateRaw } from '#shared/table/write.dynamo.ts';
import { type Delivery, deliverySchema } from '#shared/webhooks/delivery.ts';
import {
  type Attempt,
  type ClaimResult,
  type DeliveryRepository,
  endedStates,
  type Failure,
  leaseTime,
  maxAttempts,
  type NextAttempt,
  recordLifetime,
} from '#shared/webhooks/delivery-record.ts';
import { keyOf, logOf } from './delivery-keys.dynamo.ts';

/** Deliveries that can begin anew, by the time at which they were made: a partition of the index `byId`, in which due work is, too. */
const failedDeliveries = (tenant: TenantId, webhookId: string): string => tenantKey(tenant, 'FAILEDDELIVERIES', webhookId);

const maxErrorLength = 500;
const pageSize = 100;

/** The stored record that refused a claim. */
const stored = z.object({
  state: z.string(),
  leaseUntil: z.string().optional(),
  dueAt: z.string().optional(),
  idPk: z.string().optional(),
});

const failedId = z.object({ id: z.string() });

const claimed = z.object({ attempts: z.number(), step: z.number(), since: z.string() });

/** Plain updates instead of the modelling library: one write must create, take over or refuse. */
export function dynamoDeliveries(table: ControlPlaneTable): DeliveryRepository {
  const update = (delivery: Pick<Delivery, 'tenant' | 'id'>, change: RawChange, isOwn?: (found: Item) => boolean) =>
    updateRaw(table, keyOf(delivery), change, isOwn);

  return {
    claim: async (delivery, now) => {
      const outcome = await update(delivery, claimUpdate(delivery, now), (found) => found.leaseUntil === leaseEnd(now));
      if (!outcome.isWritten) return refusedClaim(outcome.found, now);
      const { attempts, step, since } = claimed.parse(outcome.item);
      return { result: 'claimed', attempt: attempts, step, since: new Date(since) };
    },

    end: async (delivery, state, attempt, now) => {
      const log = logged(attempt);
      const failed = state === 'GONE' ? amongFailed(delivery) : { sets: '', values: {} };
      await update(delivery, {
        UpdateExpression: `SET #state = :state, updatedAt = :now${log.sets}${failed.sets} REMOVE lastError, leaseUntil, dueAt${failed.sets ? '' : ', idPk, idSk'}`,
        // A repetition of this write would add the attempt again.
        ConditionExpression: 'attribute_exists(pk) AND NOT (#state = :state AND updatedAt = :now)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': state, ':now': now.toISOString(), ...log.values, ...failed.values },
      });
    },

    fail: async (delivery, { attempt }, made, next, now) => {
      const log = logged(made);
      const follows = typeof next === 'string' ? amongFailed(delivery, next) : dueOf(delivery, next);
      await update(delivery, {
        UpdateExpression: `SET #state = :next, updatedAt = :now, lastError = :error${log.sets}${follows.sets} REMOVE leaseUntil`,
        // Without its lease the attempt has been noted, by a write whose answer was lost.
        ConditionExpression: '#state = :pending AND attempts = :attempt AND attribute_exists(leaseUntil)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':next': typeof next === 'string' ? 'FAILED' : 'PENDING',
          ':pending': 'PENDING',
          ':attempt': attempt,
          ':now': now.toISOString(),
          ':error': made.error?.slice(0, maxErrorLength) ?? '',
          ...log.values,
          ...follows.values,
        },
      });
    },

    release: async (delivery, { attempt }, next, now) => {
      const due = dueOf(delivery, next);
      await update(delivery, {
        UpdateExpression: `SET updatedAt = :now, attempts = attempts - :one, step = step - :one${due.sets} REMOVE leaseUntil`,
        ConditionExpression: '#state = :pending AND attempts = :attempt',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':pending': 'PENDING', ':attempt': attempt, ':now': now.toISOString(), ':one': 1, ...due.values },
      });
    },

    restart: async (tenant, id, now) => {
      const { idPk, idSk } = dueKeys('DELIVERY', id, now);
      const outcome = await update(
        { tenant, id },
        {
          UpdateExpression:
            'SET #state = :pending, step = :zero, since = :now, updatedAt = :now, dueAt = :now, expiresAt = :expiry, idPk = :idPk, idSk = :idSk REMOVE failure, report',
          ConditionExpression: 'NOT #state = :pending AND attribute_exists(body) AND attempts < :max',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':pending': 'PENDING',
            ':zero': 0,
            ':max': maxAttempts,
            ':now': now.toISOString(),
            ':expiry': epochSeconds(later(now, recordLifetime)),
            ':idPk': idPk,
            ':idSk': idSk,
          },
        },
        (found) => found.idSk === idSk,
      );
      return outcome.isWritten ? deliverySchema.parse(outcome.item) : undefined;
    },

    adopt: async (delivery, now) => (await update(delivery, adoption(delivery, now))).isWritten,

    report: async (tenant, id, report) => {
      const outcome = await update(
        { tenant, id },
        {
          UpdateExpression: 'SET report = :report, updatedAt = :at',
          ConditionExpression: 'attempts > :zero AND (attribute_not_exists(report) OR report.#at <= :at)',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':report': report, ':at': report.at, ':zero': 0 },
        },
      );
      return outcome.isWritten;
    },

    listFailed: async function* (tenant, webhookId, since) {
      const failed = {
        index: 'byId',
        partition: failedDeliveries(tenant, webhookId),
        range: { above: since.toISOString() },
        attributes: ['id'],
      } as const;
      for await (const items of queryPages(table, failed, pageSize)) yield items.map((item) => failedId.parse(item).id);
    },

    due: (now) => dueItems(table, 'DELIVERY', now),

    takeDue: async (due, next) => {
      const taken = await claimDue(table, due, next);
      return taken && deliverySchema.parse(taken.item);
    },
  };
}

/** Adds an attempt to the record. */
function logged(attempt: Attempt | undefined) {
  if (!attempt) return { sets: '', values: {} };
  return {
    sets: ', lastStatus = :status, attemptLog = list_append(if_not_exists(attemptLog, :none), :entries)',
    values: { ':status': attempt.status ?? 0, ':none': [], ':entries': [attemptEntry(attempt)] },
  };
}

/** An attempt as the record has it. */
export const attemptEntry = ({ at, duration, status, error, body, answered }: Attempt) => ({
  at: at.toISOString(),
  duration: Math.round(duration),
  ...(status !== undefined && { status }),
  ...(error !== undefined && { error: error.slice(0, maxErrorLength) }),
  ...(body && { body }),
  ...(answered && { answered }),
});

/** Lists a delivery among those that can begin anew. */
const amongFailed = ({ tenant, webhookId }: Delivery, failure?: Failure) => ({
  sets: `, idPk = :failed, idSk = listSk${failure ? ', failure = :failure' : ''}`,
  values: { ':failed': failedDeliveries(tenant, webhookId), ...(failure && { ':failure': failure }) },
});

function dueOf({ id }: Delivery, { at, isKept }: NextAttempt) {
  const { idPk, idSk } = dueKeys('DELIVERY', id, at);
  return {
    sets: `, dueAt = :due${isKept ? ', idPk = :idPk, idSk = :idSk' : ''}`,
    values: { ':due': at.toISOString(), ...(isKept && { ':idPk': idPk, ':idSk': idSk }) },
  };
}

const leaseEnd = (now: Date): string => later(now, leaseTime).toISOString();

/** Sets the attributes that a record has from its first write on. */
function identified(delivery: Delivery, now: Date) {
  const { id, tenant, applicationId, webhookId, applicationTemplateId, eventId, eventType, body } = delivery;
  const time = now.toISOString();
  return {
    sets:
      'SET #type = :type, #state = :pending, id = :id, tenant = :tenant, applicationId = :application, webhookId = :webhook, eventId = :event, ' +
      'body = :body, createdAt = if_not_exists(createdAt, :now), expiresAt = if_not_exists(expiresAt, :expiry), updatedAt = :now, ' +
      `${applicationTemplateId === undefined ? '' : 'applicationTemplateId = :template, '}${eventType === undefined ? '' : 'eventType = :eventType, '}` +
      'since = if_not_exists(since, :now), listPk = :ofApplication, listSk = if_not_exists(listSk, :order), logPk = :ofWebhook, ' +
      'logSk = if_not_exists(listSk, :order)',
    names: { '#type': 'type', '#state': 'state' },
    values: {
      ':type': 'Delivery',
      ':pending': 'PENDING',
      ':failed': 'FAILED',
      ':id': id,
      ':tenant': tenant,
      ':application': applicationId,
      ':webhook': webhookId,
      ...(applicationTemplateId !== undefined && { ':template': applicationTemplateId }),
      ...(eventType !== undefined && { ':eventType': eventType }),
      ':event': eventId,
      ':body': body,
      ':now': time,
      ':expiry': epochSeconds(later(now, recordLifetime)),
      ':zero': 0,
      ':ofApplication': logOf({ tenant, applicationId }).partition,
      ':ofWebhook': logOf({ tenant, webhookId }).partition,
      ':order': `${time}#${id}`,
    },
  };
}

/** A delivery that an earlier version gave up has no step, and may be claimed again: that is how one in the dead letters gets another chance. */
const isClaimable = '#state = :pending OR (#state = :failed AND attribute_not_exists(step))';

function claimUpdate(delivery: Delivery, now: Date): RawChange {
  const { sets, names, values } = identified(delivery, now);
  return {
    UpdateExpression:
      `${sets}, leaseUntil = :lease, attempts = if_not_exists(attempts, :zero) + :one, step = if_not_exists(step, :zero) + :one ` +
      'REMOVE dueAt, idPk, idSk',
    ConditionExpression:
      `attribute_not_exists(pk) OR ((${isClaimable}) AND ` +
      '(attribute_not_exists(leaseUntil) OR leaseUntil <= :now) AND (attribute_not_exists(dueAt) OR dueAt <= :now))',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ...values, ':lease': leaseEnd(now), ':one': 1 },
  };
}

function adoption(delivery: Delivery, now: Date): RawChange {
  const { sets, names, values } = identified(delivery, now);
  const due = dueOf(delivery, { at: now, isKept: true });
  return {
    UpdateExpression: `${sets}, attempts = if_not_exists(attempts, :zero), step = if_not_exists(step, :zero)${due.sets}`,
    ConditionExpression: `attribute_not_exists(pk) OR ${isClaimable}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ...values, ...due.values },
  };
}

function refusedClaim(found: Item | undefined, now: Date): ClaimResult {
  const { state, leaseUntil, dueAt, idPk } = stored.parse(found ?? {});
  const ended = endedStates.find((one) => one === state);
  if (ended) return { result: 'ended', state: ended };
  if (leaseUntil) return { result: 'busy', until: new Date(Math.max(Date.parse(leaseUntil), now.getTime())) };
  if (dueAt) return { result: 'waiting', until: new Date(dueAt), isKept: idPk !== undefined };
  throw new AppError('InternalError', 'a delivery could not be claimed');
}
