import * as z from 'zod';
import noted from './list-prices.json' with { type: 'json' };

const reason = z.string();

const schema = z.strictObject({
  region: z.string(),
  currency: z.literal('US dollars'),
  notedOn: z.iso.date(),
  notedFrom: z.string(),
  remarks: z.array(z.string()),
  /** The free allowance is that of an account and month. */
  prices: z.record(z.string(), z.strictObject({ dollars: z.number(), per: z.number(), free: z.number(), source: z.url() })),
  assumptions: z.strictObject({
    hoursPerMonth: z.number(),
    polling: z.strictObject({ reason, requestsPerMinute: z.number() }),
    scheduledRun: z.strictObject({
      reason,
      milliseconds: z.number(),
      readUnits: z.number(),
      logBytes: z.number(),
      keyRequestsPerHour: z.number(),
    }),
    call: z.strictObject({
      reason,
      milliseconds: z.number(),
      millisecondsPerRoundTrip: z.number(),
      functionLogBytes: z.number(),
      accessLogBytes: z.number(),
      edgeLogBytes: z.number(),
      answerBytes: z.number(),
    }),
    agentCycle: z.strictObject({
      reason,
      milliseconds: z.number(),
      readUnits: z.number(),
      writeUnits: z.number(),
      logBytes: z.number(),
      parameterReadsPerHour: z.number(),
    }),
    relay: z.strictObject({ reason, milliseconds: z.number(), logBytes: z.number() }),
  }),
});

export type PriceName = keyof typeof noted.prices;

/** Quantities by the names of their prices. */
export type Quantities = Readonly<Partial<Record<PriceName, number>>>;

const { prices, assumptions, ...notes } = schema.parse(noted);

export { assumptions, notes };

/** The price of a quantity in dollars, without a free allowance. */
export const dollarsOf = (name: PriceName, quantity: number): number => {
  const { dollars, per } = priceOf(name);
  return (quantity * dollars) / per;
};

export const sumOf = (quantities: Quantities): number =>
  entriesOf(quantities).reduce((sum, [name, quantity]) => sum + dollarsOf(name, quantity), 0);

/** The part of a quantity of a month that is free of charge in an account that has nothing else. */
export const freePartOf = (name: PriceName, quantity: number): number => Math.min(quantity, priceOf(name).free);

export const entriesOf = (quantities: Quantities): [PriceName, number][] => Object.entries(quantities) as [PriceName, number][];

export function add(...all: readonly Quantities[]): Quantities {
  const total: Partial<Record<PriceName, number>> = {};
  for (const [name, quantity] of all.flatMap(entriesOf)) total[name] = (total[name] ?? 0) + quantity;
  return total;
}

export const times = (factor: number, quantities: Quantities): Quantities =>
  Object.fromEntries(entriesOf(quantities).map(([name, quantity]) => [name, factor * quantity]));

function priceOf(name: PriceName) {
  const price = prices[name];
  if (!price) throw new Error(`list-prices.json has no price of a ${name}`);
  return price;
}
