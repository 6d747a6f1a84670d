import { pollSecondsChoices } from '#shared/provisioning/runtime-template-contract.ts';
import { operationCosts } from '../cost/operation-cost.ts';
import { templatesOf } from '../cost/stages.ts';
import { deployedLimits } from './deployed-limits.ts';
import { notes, shareOf, type Use } from './limits.ts';
import { delivering, type Load, polling, registering } from './loads.ts';

const runtimes = 1_000_000;
const applications = 100_000;
const deliveriesPerSecond = 1000;
/** Hosts that share the deliveries. */
const hosts = 100;

/** Computes the figures of docs/scale.md, for a deployment of `prod` without settings. */
export function scaleReport(): string {
  const templates = templatesOf('prod');
  const operations = operationCosts(templates);
  const deployed = deployedLimits(templates);
  const periods = [...new Set([deployed.pollSeconds, ...pollSecondsChoices])].sort((a, b) => a - b);
  return [
    `Quotas of ${notes.region}, noted on ${notes.notedOn}. ${notes.remarks}`,
    ...[
      polling(runtimes, operations, deployed),
      registering(applications, operations, deployed),
      delivering(deliveriesPerSecond, hosts, deployed),
    ].map(section),
    `## ${count(runtimes)} Runtimes by the period of their polls`,
    periodTable(periods.map((pollSeconds) => [pollSeconds, polling(runtimes, operations, { ...deployed, pollSeconds })] as const)),
  ].join('\n\n');
}

function section({ title, counted, shares, dollars, billed }: Load): string {
  const rows = shares.flatMap(({ amount, things, uses }) => uses.map((use) => ({ use, amount, things })));
  return [
    `## ${title}`,
    counted.join(' '),
    [
      '| Limit | Of one | At most | This load takes | Share | Carries | Beyond it |',
      '|---|---|---|---|---|---|---|',
      ...rows.sort((a, b) => shareOf(b.use) - shareOf(a.use)).map(limitRow),
    ].join('\n'),
    `It costs ${count(dollars)} dollars ${billed}.`,
  ].join('\n\n');
}

function limitRow({ use, amount, things }: { use: Use; amount: number; things: string }): string {
  const { name, of, most, unit, remedy } = use.limit;
  const carried = `${count(amount / shareOf(use))} ${things}`;
  return `| ${name} | ${of} | ${count(most)} ${unit} | ${count(use.used)} | ${percent(shareOf(use))} | ${carried} | ${remedy} |`;
}

function periodTable(loads: readonly (readonly [number, Load])[]): string {
  return [
    '| Polls every | Polls a second | Limits of AWS that must be raised | Dollars a month |',
    '|---|---|---|---|',
    ...loads.map(([seconds, { shares, dollars }]) => {
      const uses = shares.flatMap((share) => share.uses).filter(({ limit }) => isOfAws(limit.of));
      const raised = uses.filter((use) => shareOf(use) > 1).map(({ limit }) => limit.name);
      return `| ${seconds} s | ${count(runtimes / seconds)} | ${raised.join(', ') || 'none'} | ${count(dollars)} |`;
    }),
  ].join('\n');
}

const isOfAws = (of: string): boolean => of === 'account' || of === 'table';

const percent = (share: number): string => `${count(100 * share)} %`;
const count = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en');
