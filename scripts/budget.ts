/** Prints what each operation of the budget costs beside its target: `npm run budget`. */
import { measureBudget } from '#test/support/budget/measured-system.ts';

const met = (cost: number, target: number): string => (cost <= target ? 'met' : 'NOT MET');

console.log('| Operation | Round trips | Target | | Calls | Capacity units |');
console.log('|---|---|---|---|---|---|');
await measureBudget(({ row, usage }) => {
  const calls = Object.entries(Object.groupBy(usage.calls, (call) => call)).map(([call, all]) => `${all?.length ?? 0} ${call}`);
  const verdict = met(usage.roundTrips, row.roundTrips);
  console.log(`| ${row.operation} | ${usage.roundTrips} | ${row.roundTrips} | ${verdict} | ${calls.join(', ')} | ${usage.capacity} |`);
});
