import { beforeAll, describe, expect, it } from 'vitest';
import { measuredOperation } from '#test/support/budget/measured-operations.ts';
import { type Measured, measureBudget } from '#test/support/budget/measured-system.ts';
import recorded from '../../scripts/cost/measured-operations.json' with { type: 'json' };

const measured: Measured[] = [];

beforeAll(() => measureBudget((row) => measured.push(row)), 120_000);

describe('the budget', () => {
  it('measures every operation', () => {
    expect(measured.map(({ row }) => row.operation)).toHaveLength(24);
    expect(measured.filter(({ usage }) => usage.calls.length === 0)).toEqual([]);
  });

  it('holds for the round trips of every operation', () => {
    const over = measured.filter(({ row, usage }) => usage.roundTrips > row.roundTrips);
    expect(over.map(({ row, usage }) => `${row.operation}: ${usage.roundTrips} instead of ${row.roundTrips}, ${usage.calls}`)).toEqual([]);
  });

  it('is what the cost of operations is computed with', () => {
    const ofPage = ({ operation }: { operation: string }) => operation.startsWith('`applicationsForRuntime`');
    const told = measured.map(measuredOperation);
    expect(told.filter((one) => !ofPage(one))).toEqual(recorded.filter((one) => !ofPage(one)));
    // What a page of 100 reads depends on how its items are spread.
    expect(told.find(ofPage)?.readUnits).toBeCloseTo(recorded.find(ofPage)?.readUnits ?? 0, -2);
  });

  it('writes an Application in one transaction and reads it in one query', () => {
    expect(callsOf('register Application')).toEqual(['TransactWriteItems']);
    expect(callsOf('`application(id)`')).toEqual(['Query']);
  });

  it.each(['any mTLS call', 'any call with an access token'])(
    'authenticates %s with one consistent read, beside that of the contact',
    (operation) => {
      const usage = measured.find(({ row }) => row.operation.startsWith(operation))?.usage;
      expect(usage).toMatchObject({ roundTrips: 1, calls: ['GetItem', 'GetItem'], capacity: 1.5 });
    },
  );
});

const callsOf = (operation: string) => measured.find(({ row }) => row.operation.startsWith(operation))?.usage.calls;
