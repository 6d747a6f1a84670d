import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredScale, measureScale } from '#test/support/budget/scale.ts';

const measured: MeasuredScale[] = [];

beforeAll(() => measureScale([10, 1000], (one) => measured.push(one)), 120_000);

const costs = (operation: string) =>
  measured
    .filter((one) => one.operation === operation)
    .map(({ usage: { roundTrips, calls, capacity } }) => ({ roundTrips, calls: [...calls].sort(), capacity }));

describe('in tenants with 10 and 1,000 Applications', () => {
  it.each([
    '`applications`, a page',
    '`applicationsForRuntime`, a page',
    '`application(id)`',
    'poll of a runtime, unchanged',
    'poll of a runtime, changed',
    'poll of a application, unchanged',
    'poll of a application, changed',
    'register an Application',
  ])('%s costs the same', (operation) => {
    const [small, large] = costs(operation);
    expect(small?.calls.length).toBeGreaterThan(0);
    expect(large).toEqual(small);
  });

  it.each(['runtime', 'application'])(
    'a poll of an unchanged configuration of a %s reads once: System Auth and revision at the same time',
    (kind) => {
      for (const cost of costs(`poll of a ${kind}, unchanged`))
        expect(cost).toEqual({ roundTrips: 1, calls: ['GetItem', 'Query'], capacity: 2 });
    },
  );
});
