import type { Template } from '#infra/synthesize-templates.ts';
import { environment } from '#shared/core/environment.ts';
import { contactStep, credentialStep } from '#shared/pairing/contact-times.ts';
import operations from './measured-operations.json' with { type: 'json' };
import { add, assumptions, type Quantities, sumOf, times } from './price-list.ts';

type Measured = (typeof operations)[number];
type Templates = Readonly<Record<string, Template>>;

/** The needs of an operation beyond the call, the round trips and the changes that were measured. */
interface More {
  readonly name: string;
  /** The name without the deployment's prefix. */
  readonly server?: 'director' | 'connector';
  /** Calls with a certificate, which go past a firewall. */
  readonly withCertificate?: boolean;
  readonly extra?: Quantities;
  /** Milliseconds beyond the round trips to the table. */
  readonly milliseconds?: number;
  readonly answerBytes?: number;
  /** The line of the function's log; none for an answer that says nothing new. */
  readonly functionLogBytes?: number;
}

/** Milliseconds that KMS, or Cognito, takes. */
const foreignCall = 30;
const signed = { server: 'connector', extra: { signature: 1 }, milliseconds: foreignCall } as const;
const poll = { answerBytes: 400, withCertificate: true };
const unnoted = 'poll, unchanged';
const noted = 'poll, unchanged, its contact noted';
const credentialNoted = 'poll, unchanged, its credential noted';

/** Measured operations by the beginning of their name in the budget; those that only authenticate are parts of others. */
const named: readonly (readonly [string, More])[] = [
  ['register Application', { name: 'register an Application' }],
  ['request one-time token', { name: 'request a one-time token' }],
  ['`configuration` with token', { name: 'configuration with a token', server: 'connector' }],
  ['sign CSR with token', { name: 'sign a certificate request with a token', ...signed }],
  ['renew a certificate', { name: 'renew a certificate', ...signed, withCertificate: true }],
  ['add API definition', { name: 'add an API definition' }],
  ['`application(id)`', { name: 'read an Application with everything', answerBytes: 5000 }],
  [
    '`applicationsForRuntime`',
    { name: 'read 100 Applications with everything', withCertificate: true, milliseconds: 150, answerBytes: 150_000 },
  ],
  ['request client credentials', { name: 'request client credentials', milliseconds: foreignCall }],
  ['poll of a Runtime, unchanged (304) (', { name: unnoted, ...poll, functionLogBytes: 0 }],
  ['poll of a Runtime, unchanged (304), its contact', { name: noted, ...poll }],
  ['poll of a Runtime, unchanged (304), its credential', { name: credentialNoted, ...poll }],
  ['poll of a Runtime, changed', { name: 'poll of a Runtime, changed', ...poll, answerBytes: 5000 }],
  ['poll of an Application, changed', { name: 'poll of an Application, changed', withCertificate: true }],
];

export interface OperationCost {
  readonly operation: string;
  readonly quantities: Quantities;
  /** Dollars for a million, without a free allowance. */
  readonly dollars: number;
}

/** Prices a million of each operation in a deployment. */
export function operationCosts(templates: Templates): OperationCost[] {
  const functions = functionsOf(templates);
  const memory = (name: string): number => Number(functions(name).MemorySize ?? 256);
  const pollSeconds = environment.polling.POLL_AFTER_SECONDS.parse(variablesOf(functions('director')).POLL_AFTER_SECONDS);
  const edge = edgeOf(templates);
  const needs = named.map(([beginning, more]) => {
    const quantities = quantitiesOf(measuredAs(beginning), more, memory);
    return [more.name, more.withCertificate ? quantities : add(quantities, edge)] as const;
  });
  const { [unnoted]: usual = {}, [noted]: often = {}, [credentialNoted]: seldom = {} } = Object.fromEntries(needs);
  const share = notedShare(pollSeconds, contactStep(pollSeconds) / 1000);
  const seldomShare = (1000 * pollSeconds) / credentialStep;
  return [
    priceOf(
      'poll, unchanged, with its contact',
      add(times(1 - share - seldomShare, usual), times(share, often), times(seldomShare, seldom)),
    ),
    ...needs.map(([name, quantities]) => priceOf(name, quantities)),
    priceOf(
      'access token of an OAuth client',
      add(calls(memory('token-endpoint'), foreignCall, { answerBytes: 2500 }), { 'client token': 1 }, edge),
    ),
  ];
}

const priceOf = (operation: string, quantities: Quantities): OperationCost => ({
  operation,
  quantities: times(1e6, quantities),
  dollars: 1e6 * sumOf(quantities),
});

function measuredAs(beginning: string): Measured {
  const found = operations.find(({ operation }) => operation.startsWith(beginning));
  if (!found) throw new Error(`measured-operations.json has no ${beginning}: npm run budget -- --record`);
  return found;
}

function quantitiesOf(
  { roundTrips, readUnits, writeUnits, changes, events }: Measured,
  { server = 'director', extra = {}, milliseconds = 0, ...more }: More,
  memory: (name: string) => number,
): Quantities {
  const { call, relay } = assumptions;
  const relayed = changes > 0 ? invocation(memory('event-relay'), relay.milliseconds, relay.logBytes) : {};
  return add(
    calls(memory(server), milliseconds + roundTrips * call.millisecondsPerRoundTrip, more),
    { 'read unit': readUnits, 'write unit': writeUnits, event: events },
    extra,
    relayed,
  );
}

function calls(megabytes: number, waiting: number, sizes: Pick<More, 'answerBytes' | 'functionLogBytes'>): Quantities {
  const { milliseconds, accessLogBytes } = assumptions.call;
  const { answerBytes, functionLogBytes } = { ...assumptions.call, ...sizes };
  return add(invocation(megabytes, milliseconds + waiting, functionLogBytes + accessLogBytes), {
    'gateway call': 1,
    'GB sent': answerBytes / 1e9,
  });
}

const invocation = (megabytes: number, milliseconds: number, logBytes: number): Quantities => ({
  invocation: 1,
  'GB-second': (megabytes / 1024) * (milliseconds / 1000),
  'GB of logs': logBytes / 1e9,
});

/** The needs of a call that passes the firewall; none where there is no firewall. */
function edgeOf(templates: Templates): Quantities {
  const hasFirewall = Object.values(templates).some(({ Resources }) =>
    Object.values(Resources).some(({ Type }) => Type === 'AWS::WAFv2::WebACL'),
  );
  return hasFirewall ? { 'edge request': 1, 'inspected request': 1, 'GB of logs': assumptions.call.edgeLogBytes / 1e9 } : {};
}

type Properties = Readonly<Record<string, unknown>>;

/** Finds a function by its name without the deployment's prefix; no properties where the deployment has no such function. */
function functionsOf(templates: Templates): (name: string) => Properties {
  const all = Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Type, Properties = {} }) => (Type === 'AWS::Lambda::Function' ? [Properties] : [])),
  );
  return (name) => all.find(({ FunctionName }) => String(FunctionName).endsWith(`-${name}`)) ?? {};
}

const variablesOf = ({ Environment }: Properties): Record<string, unknown> =>
  (Environment as { Variables?: Record<string, unknown> })?.Variables ?? {};

/**
 * The share of polls whose contact is noted, where Agents poll within 20 % of the period and a contact is noted when the last one is `step` seconds
 * old: one divided by the number of polls until then. Sums of pauses are distributed in whole seconds.
 */
export function notedShare(pollSeconds: number, step: number): number {
  const pauses = Array.from({ length: Math.floor(0.4 * pollSeconds) + 1 }, (_, at) => Math.ceil(0.8 * pollSeconds) + at);
  let ages = new Map([[0, 1]]);
  let polls = 0;
  while (ages.size > 0) {
    const next = new Map<number, number>();
    for (const [age, probability] of ages) {
      polls += probability;
      for (const pause of pauses) if (age + pause < step) next.set(age + pause, (next.get(age + pause) ?? 0) + probability / pauses.length);
    }
    ages = next;
  }
  return 1 / polls;
}
