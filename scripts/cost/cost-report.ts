import { type IdleCost, idleCostOf } from './idle-cost.ts';
import { type OperationCost, operationCosts } from './operation-cost.ts';
import { dollarsOf, entriesOf, notes, type PriceName, sumOf } from './price-list.ts';
import { type RuntimeCost, runtimeCosts } from './runtime-cost.ts';
import { templatesOf } from './stages.ts';

export interface CostReport {
  readonly stage: string;
  readonly prices: typeof notes;
  readonly idle: IdleCost;
  /** A million of each. */
  readonly operations: readonly OperationCost[];
  /** A Runtime in a stack of its own, by the period of its Agent. */
  readonly runtimes: readonly RuntimeCost[];
}

export function costReport(stage: string): CostReport {
  const templates = templatesOf(stage);
  const operations = operationCosts(templates);
  return { stage, prices: notes, idle: idleCostOf(templates), operations, runtimes: runtimeCosts(operations) };
}

const money = (dollars: number): string => dollars.toFixed(2);
const amount = (quantity: number): string => (Number.isInteger(quantity) ? String(quantity) : quantity.toPrecision(3));

/** The tables that people read. */
export const printedReport = (report: CostReport): string =>
  [
    `## ${report.stage}: dollars, by list prices of ${report.prices.region} noted on ${report.prices.notedOn}`,
    idleTable(report.idle),
    operationTable(report.operations),
    runtimeTable(report.runtimes),
  ].join('\n\n');

function idleTable({ resources, allowances, list, billed }: IdleCost): string {
  const byType = Object.entries(Object.groupBy(resources, ({ type }) => type));
  const rows = byType.flatMap(([type, ones = []]) => {
    const totals = new Map<PriceName, number>();
    for (const { quantities } of ones)
      for (const [price, quantity] of entriesOf(quantities)) totals.set(price, (totals.get(price) ?? 0) + quantity);
    return [...totals].map(
      ([price, quantity]) => `| ${type} (${ones.length}) | ${amount(quantity)} ${price} | ${money(dollarsOf(price, quantity))} |`,
    );
  });
  return [
    '| Idle, a month | Quantity | Dollars |',
    '|---|---|---|',
    ...rows,
    `| by the list | | ${money(list)} |`,
    ...allowances.map(({ price, quantity, dollars }) => `| free in an account | ${amount(quantity)} ${price} | -${money(dollars)} |`),
    `| **idle** | | **${money(billed)}** |`,
  ].join('\n');
}

/** The columns of a million operations. */
const columns: Readonly<Record<string, readonly PriceName[]>> = {
  gateway: ['gateway call', 'GB sent'],
  firewall: ['edge request', 'inspected request'],
  functions: ['invocation', 'GB-second'],
  reads: ['read unit'],
  writes: ['write unit'],
  logs: ['GB of logs'],
  events: ['event'],
  'signatures, tokens': ['signature', 'client token'],
};

function operationTable(operations: readonly OperationCost[]): string {
  const cells = ({ quantities }: OperationCost) =>
    Object.values(columns).map((prices) => money(prices.reduce((sum, price) => sum + dollarsOf(price, quantities[price] ?? 0), 0)));
  return [
    `| A million of | ${Object.keys(columns).join(' | ')} | Dollars |`,
    `|---|${'---|'.repeat(Object.keys(columns).length + 1)}`,
    ...operations.map((one) => `| ${one.operation} | ${cells(one).join(' | ')} | **${money(one.dollars)}** |`),
  ].join('\n');
}

function runtimeTable(runtimes: readonly RuntimeCost[]): string {
  const exact = (dollars: number): string => dollars.toFixed(3);
  return [
    '| A Runtime on AWS that is idle, a month | Its resources | Runs of its Agent | Answers of the control plane | Dollars |',
    '|---|---|---|---|---|',
    ...runtimes.map(({ pollSeconds, resources, agent, answers, dollars }) => {
      const cells = [`polls every ${pollSeconds} s`, exact(resources), exact(sumOf(agent)), exact(answers), `**${exact(dollars)}**`];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}
