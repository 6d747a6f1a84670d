import { runtimeTemplate } from '#infra/runtime/runtime-template.ts';
import type { Template } from '#infra/synthesize-templates.ts';
import { pollSecondsChoices } from '#shared/provisioning/runtime-template-contract.ts';
import { idleCostOf } from './idle-cost.ts';
import type { OperationCost } from './operation-cost.ts';
import { add, assumptions, type Quantities, sumOf } from './price-list.ts';

/** The cost of a Runtime in a stack of its own in a month in which nothing changes, by the list. */
export interface RuntimeCost {
  readonly pollSeconds: number;
  /** Resources that cost something by being there. */
  readonly resources: number;
  /** Runs of the Agent in the Runtime's account. */
  readonly agent: Quantities;
  /** Answers of the control plane, dollars. */
  readonly answers: number;
  readonly dollars: number;
}

/** Prices a Runtime for each period that its Agent may have. */
export function runtimeCosts(operations: readonly OperationCost[]): RuntimeCost[] {
  const template = JSON.parse(runtimeTemplate('compass-cost')) as Template;
  const resources = idleCostOf({ runtime: withoutSchedule(template) }).list;
  const memory = memoryOf(template);
  return pollSecondsChoices.map((pollSeconds) => {
    const polls = (3600 * assumptions.hoursPerMonth) / pollSeconds;
    const agent = add(cycles(polls, memory), parameterReads());
    const answers = polls * poll(operations) + assumptions.hoursPerMonth * question(operations);
    return { pollSeconds, resources, agent, answers, dollars: resources + sumOf(agent) + answers };
  });
}

function cycles(count: number, megabytes: number): Quantities {
  const { milliseconds, readUnits, writeUnits, logBytes } = assumptions.agentCycle;
  return {
    invocation: count,
    'GB-second': (count * milliseconds * megabytes) / 1024 / 1000,
    'read unit': count * readUnits,
    'write unit': count * writeUnits,
    'GB of logs': (count * logBytes) / 1e9,
  };
}

/** A warm process reads its configuration once an hour; each read is a decryption by the key of Systems Manager. */
const parameterReads = (): Quantities => ({ 'key request': assumptions.agentCycle.parameterReadsPerHour * assumptions.hoursPerMonth });

const dollarsOfOne = (operations: readonly OperationCost[], name: string): number => {
  const found = operations.find(({ operation }) => operation === name);
  if (!found) throw new Error(`no operation ${name} is priced`);
  return found.dollars / 1e6;
};
const poll = (operations: readonly OperationCost[]): number => dollarsOfOne(operations, 'poll, unchanged, with its contact');
/** The question for the addresses of the control plane, once an hour, is priced as an exchange of a token, which writes more. */
const question = (operations: readonly OperationCost[]): number => dollarsOfOne(operations, 'configuration with a token');

/** The cycles are priced by what they do, not as runs of a schedule of the control plane. */
const withoutSchedule = ({ Resources, ...template }: Template): Template => ({
  ...template,
  Resources: Object.fromEntries(Object.entries(Resources).filter(([, { Properties }]) => Properties?.ScheduleExpression === undefined)),
});

function memoryOf({ Resources }: Template): number {
  const agent = Object.values(Resources).find(({ Properties }) => JSON.stringify(Properties?.Code)?.includes('AgentCodeKey'));
  return Number(agent?.Properties?.MemorySize);
}
