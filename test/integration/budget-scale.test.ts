import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredScale, measureScale } from '#test/support/budget/scale.ts';

const measured: MeasuredScale[] = [];

const sizes = [
  { applications: 10, formations: 2 },
  { applications: 1000, formations: 10 },
];

beforeAll(() => measureScale(sizes, { onMeasured: (one) => measured.push(one) }), 120_000);

const costs = (operation: string) =>
  measured
    .filter((one) => one.operation === operation)
    .map(({ usage: { roundTrips, calls, capacity } }) => ({ roundTrips, calls: [...calls].sort(), capacity }));

describe('in tenants with 10 and 1,000 Applications', () => {
  it.each([
    '`applications`, a page',
    '`applicationsForRuntime`, a page',
    '`applications`, a page with nested fields',
    '`applications`, twice the page with nested fields',
    '`formations`, a page',
    '`application(id)`',
    'poll of a Runtime, unchanged',
    'poll of a Runtime, changed',
    'poll of an Application, unchanged',
    'poll of an Application, changed',
    'register an Application',
  ])('%s costs the same', (operation) => {
    const [small, large] = costs(operation);
    expect(small?.calls.length).toBeGreaterThan(0);
    expect(large).toEqual(small);
  });

  it.each([
    ['a Runtime', ['GetItem', 'GetItem', 'Query'], 2.5],
    ['an Application', ['GetItem', 'Query'], 2],
  ])(
    'a poll of an unchanged configuration of %s reads once: System Auth, contact and revision at the same time',
    (kind, calls, capacity) => {
      for (const cost of costs(`poll of ${kind}, unchanged`)) expect(cost).toEqual({ roundTrips: 1, calls, capacity });
    },
  );

  it('nested fields of a page cost one round trip more, however many Applications the page has', () => {
    const trips = (operation: string) => costs(operation).map(({ roundTrips }) => roundTrips);
    expect(trips('`applications`, a page with nested fields')).toEqual([2, 2]);
    expect(trips('`applications`, twice the page with nested fields')).toEqual([2, 2]);
  });

  it('a label that many have is found by the first query, one that none has by reading the listing once, in large pieces', () => {
    const calls = (operation: string) => costs(operation).map((cost) => cost.calls);
    expect(calls('`applications`, by a label that many have')).toEqual([['Query'], ['Query']]);
    expect(calls('`applications`, by a label that none has')).toEqual([['Query'], ['Query', 'Query']]);
  });
});
