import { hash } from 'node:crypto';
import * as z from 'zod';
import { days, epochSeconds, later, minutes, seconds } from '#shared/core/clock.ts';
import type { Admission, AdmitOptions, Endpoint, EndpointLease, EndpointLeases } from '#shared/endpoints/endpoint-leases.ts';
import type { EndpointPool } from '#shared/endpoints/endpoint-pools.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import type { Item } from '#shared/table/read.dynamo.ts';
import { updateRaw } from '#shared/table/write.dynamo.ts';

const probeSlot = 'probe';

/** Calls in a row without an answer after which an endpoint is parked. */
const threshold = 5;

/** Milliseconds until the next probe: 15 seconds after the first failed one, twice as long after each further one. */
const parkedFor = (failedProbes: number): number => Math.min(seconds(15) * 2 ** Math.min(failedProbes, 10), minutes(15));

/** An endpoint that is not called any more is forgotten. */
const lifetime = days(7);

const stored = z.looseObject({ failures: z.number().default(0), failedProbes: z.number().default(0), parkedUntil: z.number().default(0) });

const keyIn =
  ({ name }: EndpointPool) =>
  ({ tenant, origin }: Endpoint) => {
    const named = name === '' ? origin : `${name} ${origin}`;
    return { pk: tenantKey(tenant, 'ENDPOINT', hash('sha256', named).slice(0, 32)), sk: headKey };
  };

/** The state of an endpoint that answers. Statements know no absent attributes, so that zero says it. */
const well = { failures: 0, failedProbes: 0, parkedUntil: 0 };

const slotsOf = ({ calls }: EndpointPool): string[] => Array.from({ length: calls }, (_, index) => `slot${index}`);

interface Occupation {
  /** Further assignments. Default: none. */
  readonly sets?: string;
  readonly condition: string;
}

/** A slot is free, and its endpoint is not parked. */
const whileFree: Occupation = {
  condition: '(attribute_not_exists(#slot) OR #slot <= :now) AND (attribute_not_exists(failures) OR failures < :threshold)',
};

/** The endpoint is parked, and its time for a probe has come. No other probe begins during this one. */
const whileDueForProbe: Occupation = {
  sets: ', parkedUntil = :until',
  condition: 'failures >= :threshold AND (attribute_not_exists(parkedUntil) OR parkedUntil <= :now)',
};

/** The endpoint is parked, and no probe is under way. */
const whileNotProbed: Occupation = {
  sets: ', parkedUntil = :until',
  condition: 'failures >= :threshold AND (attribute_not_exists(#slot) OR #slot <= :now)',
};

/** Plain updates instead of the modelling library: the attribute that is written is chosen by its content. */
export function dynamoEndpointLeases(table: ControlPlaneTable, random: () => number, pool: EndpointPool): EndpointLeases {
  const { leaseTime } = pool;
  const keyOf = keyIn(pool);
  const slots = slotsOf(pool);
  const oneOf = (names: readonly string[]): string => names[Math.floor(random() * names.length)] ?? names[0] ?? probeSlot;

  /** Leases a slot if the condition holds. */
  const occupy = async (endpoint: Endpoint, slot: string, { sets = '', condition }: Occupation, now: Date) => {
    const until = later(now, leaseTime).getTime();
    const change = {
      UpdateExpression: `SET #type = :type, origin = :origin, expiresAt = :expiry, #slot = :until${sets}${completed(slots, slot)}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#type': 'type', '#slot': slot },
      ExpressionAttributeValues: {
        ':type': 'Endpoint',
        ':origin': endpoint.origin,
        ':expiry': epochSeconds(later(now, lifetime)),
        ':until': until,
        ':now': now.getTime(),
        ':threshold': threshold,
        ':zero': 0,
      },
    };
    const outcome = await updateRaw(table, keyOf(endpoint), change, (found) => found[slot] === until);
    return { ...outcome, lease: { endpoint, slot, until } };
  };

  /** Admits one call to an endpoint that is parked, if its time has come; the others wait for the end of that one. */
  async function probe(endpoint: Endpoint, item: Item, now: Date, { probesNow }: AdmitOptions): Promise<Admission> {
    const { parkedUntil, failedProbes } = stored.parse(item);
    if (parkedUntil > now.getTime() && !probesNow) return { result: 'parked', until: new Date(parkedUntil) };
    const { isWritten, lease } = await occupy(endpoint, probeSlot, probesNow ? whileNotProbed : whileDueForProbe, now);
    return isWritten ? { result: 'admitted', lease: { ...lease, failedProbes } } : { result: 'full' };
  }

  const isParked = (item: Item): boolean => stored.parse(item).failures >= threshold;

  return {
    admit: async (endpoint, now, options = {}) => {
      const first = await occupy(endpoint, oneOf(slots), whileFree, now);
      if (first.isWritten) return { result: 'admitted', lease: first.lease };
      const found = first.found ?? {};
      if (isParked(found)) return probe(endpoint, found, now, options);
      const free = slots.filter((slot) => !(Number(found[slot]) > now.getTime()));
      if (free.length === 0) return { result: 'full' };
      const second = await occupy(endpoint, oneOf(free), whileFree, now);
      return second.isWritten ? { result: 'admitted', lease: second.lease } : { result: 'full' };
    },

    release: async (lease, answered, now) => {
      const { endpoint, slot, until } = lease;
      const { expression, values } = answered
        ? answer
        : lease.failedProbes === undefined
          ? failedCall
          : failedProbe(lease.failedProbes, now);
      await updateRaw(table, keyOf(endpoint), {
        UpdateExpression: expression,
        ConditionExpression: '#slot = :until',
        ExpressionAttributeNames: { '#slot': slot },
        ExpressionAttributeValues: { ':until': until, ...values },
      });
    },
  };
}

/** Assignments of the attributes that an item of an earlier release lacks. */
const completed = (slots: readonly string[], occupied: string): string =>
  [...slots.filter((slot) => slot !== occupied), 'failures'].map((name) => `, ${name} = if_not_exists(${name}, :zero)`).join('');

const answer = { expression: 'SET #slot = :zero, failures = :zero, failedProbes = :zero, parkedUntil = :zero', values: { ':zero': 0 } };

const failedCall = { expression: 'SET failures = if_not_exists(failures, :zero) + :one, #slot = :zero', values: { ':zero': 0, ':one': 1 } };

const failedProbe = (before: number, now: Date) => ({
  expression: 'SET parkedUntil = :parked, failedProbes = :probes, #slot = :zero',
  values: { ':parked': later(now, parkedFor(before)).getTime(), ':probes': before + 1, ':zero': 0 },
});

/**
 * The usual course of a lease in statements: one of the slots of an endpoint that answers is taken, and given back after an answer. `create` takes it
 * where the endpoint was never called. Those who ask at the same time get slots one after the other.
 */
export function leaseStatements(random: () => number, pool: EndpointPool) {
  const [slots, keyOf] = [slotsOf(pool), keyIn(pool)];
  const allFree = { ...Object.fromEntries(slots.map((slot) => [slot, 0])), ...well };
  let taken = Math.floor(random() * slots.length);
  return {
    taking: (endpoint: Endpoint, now: Date) => {
      taken += 1;
      const slot = slots[taken % slots.length] ?? probeSlot;
      // Two that were taken in the same millisecond differ.
      const until = later(now, pool.leaseTime).getTime() + (taken % 1000);
      const expiresAt = epochSeconds(later(now, lifetime));
      const lease: EndpointLease = { endpoint, slot, until };
      const key = keyOf(endpoint);
      const take = {
        isShared: true,
        key,
        sets: { expiresAt, [slot]: until },
        where: [
          [`"${slot}" <= ?`, now.getTime()],
          ['"failures" < ?', threshold],
        ] as const,
      };
      const create = () => ({
        isShared: true,
        insert: { ...key, type: 'Endpoint', origin: endpoint.origin, expiresAt, [slot]: until },
        defaults: allFree,
      });
      return { lease, take, create };
    },
    freeing: ({ endpoint, slot, until }: EndpointLease) => ({
      isShared: true,
      key: keyOf(endpoint),
      sets: { [slot]: 0, ...well },
      where: [[`"${slot}" = ?`, until]] as const,
    }),
  };
}
