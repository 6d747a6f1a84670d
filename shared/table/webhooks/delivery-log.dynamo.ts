import * as z from 'zod';
import { emptyPage, type Page, type PageRequest } from '#shared/core/page.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { type Filter, type Item, itemAt, queryPage } from '#shared/table/read.dynamo.ts';
import { tableShape } from '#shared/table/table-shape.ts';
import type { DeliveryFilter, DeliveryLog, LoggedDelivery } from '#shared/webhooks/delivery-log.ts';
import { deliveryStates, failures } from '#shared/webhooks/delivery-record.ts';
import { keyOf, logOf } from './delivery-keys.dynamo.ts';

const attempt = z.object({
  at: z.string(),
  duration: z.number(),
  status: z.number().optional(),
  error: z.string().optional(),
  body: z.string().optional(),
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
  })
  .transform(
    ({ attempts: attemptCount, attemptLog, ...delivery }): LoggedDelivery => ({ ...delivery, attemptCount, attempts: attemptLog }),
  );

/** Maximum number of records that one query looks at for a page with a filter. */
const maxLookedAt = 1000;

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
      const { index, partition } = logOf(of);
      const range = rangeOf(filter, page);
      if (range[0] > range[1]) return emptyPage;
      const conditions = conditionsOf(filter);
      // The range includes the last element of the page before.
      const limit = filter.states || filter.eventTypes ? maxLookedAt : page.first + 2;
      const queried = await queryPage(table, { index, partition, range: { between: range }, filter: conditions, descending: true }, limit);
      return pageOf(queried, page, tableShape.indexes[index].sortKey);
    },
  };
}

/** Sort keys begin with a time. `$` comes after the `#` that follows it. */
function rangeOf({ from, to }: DeliveryFilter, { after }: PageRequest): readonly [string, string] {
  const [first, last] = [from?.toISOString() ?? '0', to ? `${to.toISOString()}$` : ':'];
  return [first, after !== undefined && after < last ? after : last];
}

function pageOf(
  { items, lastRead }: { items: Item[]; lastRead?: string },
  { first, after }: PageRequest,
  sortKey: string,
): Page<LoggedDelivery> {
  const keyOfItem = (item: Item): string => String(item[sortKey]);
  const found = items.filter((item) => keyOfItem(item) !== after);
  const shown = found.slice(0, first);
  const data = shown.map((item) => stored.parse(item));
  const last = shown.at(-1);
  if (last && found.length > first) return { data, next: keyOfItem(last) };
  return lastRead === undefined ? { data } : { data, next: lastRead };
}

function conditionsOf({ states, eventTypes, isOwn }: DeliveryFilter): Filter | undefined {
  const parts = [oneOf('state', states), oneOf('eventType', eventTypes), isOwn ? absent('applicationTemplateId') : undefined];
  const conditions = parts.filter((one) => one !== undefined);
  if (conditions.length === 0) return undefined;
  return {
    expression: conditions.map(({ expression }) => expression).join(' AND '),
    names: Object.assign({}, ...conditions.map(({ names }) => names)),
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
  };
}

function oneOf(attribute: string, allowed: readonly string[] | undefined): Filter | undefined {
  if (!allowed) return undefined;
  const values = Object.fromEntries(allowed.map((value, index) => [`:${attribute}${index}`, value]));
  return { expression: `#${attribute} IN (${Object.keys(values).join(', ')})`, names: { [`#${attribute}`]: attribute }, values };
}

const absent = (attribute: string): Filter => ({
  expression: `attribute_not_exists(#${attribute})`,
  names: { [`#${attribute}`]: attribute },
  values: {},
});
