import * as z from 'zod';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { type Filter, itemAt } from '#shared/table/read.dynamo.ts';
import { allOf, oneOf, timelinePage } from '#shared/table/timeline-page.dynamo.ts';
import type { DeliveryFilter, DeliveryLog, LoggedDelivery } from '#shared/webhooks/delivery-log.ts';
import { deliveryStates, failures } from '#shared/webhooks/delivery-record.ts';
import { keyOf, logOf } from './delivery-keys.dynamo.ts';

const attempt = z.object({
  at: z.string(),
  duration: z.number(),
  status: z.number().optional(),
  error: z.string().optional(),
  body: z.string().optional(),
  answered: z.object({ state: z.enum(['READY', 'ERROR', 'CONFIG_PENDING', 'EXPECTED']), error: z.string().optional() }).optional(),
});

const report = z.object({
  state: z.enum(['READY', 'ERROR', 'CONFIG_PENDING']),
  error: z.string().optional(),
  configuration: z.string().optional(),
  at: z.string(),
});

const stored = z
  .object({
    id: z.string(),
    webhookId: z.string(),
    applicationId: z.string(),
    applicationTemplateId: z.string().optional(),
    eventId: z.string(),
    eventType: z.string().optional(),
    state: z.enum(deliveryStates),
    failure: z.enum(failures).optional(),
    createdAt: z.string(),
    dueAt: z.string().optional(),
    attempts: z.number(),
    attemptLog: z.array(attempt).default([]),
    report: report.optional(),
  })
  .transform(
    ({ attempts: attemptCount, attemptLog, ...delivery }): LoggedDelivery => ({ ...delivery, attemptCount, attempts: attemptLog }),
  );

export function dynamoDeliveryLog(table: ControlPlaneTable): DeliveryLog {
  return {
    find: async (tenant, id) => {
      const item = await itemAt(table, keyOf({ tenant, id }));
      return item && stored.parse(item);
    },

    findMany: async (tenant, ids) => {
      const keys = ids.map((id) => keyOf({ tenant, id }));
      return (await batchRead(table, keys, { atOnce: 4 })).map((item) => stored.parse(item));
    },

    list: async (of, filter, page) => {
      const { from, to } = filter;
      const timeline = { ...logOf(of), from, to, order: 'latest first', filter: conditionsOf(filter) } as const;
      const { data, next } = await timelinePage(table, timeline, page);
      return { data: data.map((item) => stored.parse(item)), ...(next !== undefined && { next }) };
    },
  };
}

const conditionsOf = ({ states, eventTypes, isOwn }: DeliveryFilter): Filter | undefined =>
  allOf([oneOf('state', states), oneOf('eventType', eventTypes), isOwn ? absent('applicationTemplateId') : undefined]);

const absent = (attribute: string): Filter => ({
  expression: `attribute_not_exists(#${attribute})`,
  names: { [`#${attribute}`]: attribute },
  values: {},
});
