/**
 * Prints the cost of each operation of the budget beside its target: `npm run budget`; with `-- --scale`, the cost of some in small and large
 * tenants, up to 100,000 Applications and 1,000 formations, with progress on the error output. With `-- --record` it also writes what `npm run cost` computes with.
 */
import { Command } from 'commander';
import { writeMeasuredOperations } from '#test/support/budget/measured-operations.ts';
import { type Measured, measureBudget } from '#test/support/budget/measured-system.ts';
import { measureScale } from '#test/support/budget/scale.ts';

const { scale, record } = new Command('npm run budget --')
  .description('Prints the calls and the capacity of each operation beside their targets.')
  .option('--scale', 'instead: what some operations cost in small and large tenants')
  .option('--record', 'write what "npm run cost" computes with, too')
  .allowExcessArguments(false)
  .parse()
  .opts<{ scale?: true; record?: true }>();

const met = (cost: number, target: number): string => (cost <= target ? 'met' : 'NOT MET');

function told(calls: readonly string[]): string {
  const counted = Object.entries(Object.groupBy(calls, (call) => call)).map(([call, all]) => `${all?.length ?? 0} ${call}`);
  return counted.sort().join(', ');
}

async function printBudget(): Promise<void> {
  console.log('| Operation | Round trips | Target | | Calls | Capacity units |');
  console.log('|---|---|---|---|---|---|');
  const measured: Measured[] = [];
  await measureBudget((one) => {
    measured.push(one);
    const { row, usage } = one;
    const verdict = met(usage.roundTrips, row.roundTrips);
    console.log(`| ${row.operation} | ${usage.roundTrips} | ${row.roundTrips} | ${verdict} | ${told(usage.calls)} | ${usage.capacity} |`);
  });
  if (record) writeMeasuredOperations(measured);
}

async function printScale(): Promise<void> {
  console.log('| Applications in the tenant | Operation | Round trips | Calls | Capacity units |');
  console.log('|---|---|---|---|---|');
  const sizes = [
    { applications: 10, formations: 2 },
    { applications: 1000, formations: 10 },
    { applications: 100_000, formations: 1000 },
  ];
  await measureScale(sizes, {
    onMeasured: ({ operation, applications, usage }) =>
      console.log(`| ${applications} | ${operation} | ${usage.roundTrips} | ${told(usage.calls)} | ${usage.capacity} |`),
    onProgress: (line) => console.error(line),
  });
}

await (scale ? printScale() : printBudget());
