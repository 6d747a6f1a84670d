import type { OperationCost } from '../cost/operation-cost.ts';
import { assumptions, type Quantities, sumOf } from '../cost/price-list.ts';
import type { DeployedLimits } from './deployed-limits.ts';
import { ofService, serviceQuota, type Use } from './limits.ts';

/** A load of a deployment, with the part of each limit that it takes, and its price. */
export interface Load {
  readonly title: string;
  /** Sentences that say how the figures come about. */
  readonly counted: readonly string[];
  readonly shares: readonly Share[];
  /** Dollars, and of what. */
  readonly dollars: number;
  readonly billed: string;
}

/** The limits of the whole deployment, or those of one tenant or host, with the amount that uses them. */
interface Share {
  readonly amount: number;
  readonly things: string;
  readonly uses: readonly Use[];
}

const secondsPerMonth = 3600 * assumptions.hoursPerMonth;

const operationOf = (operations: readonly OperationCost[], name: string): OperationCost => {
  const found = operations.find(({ operation }) => operation === name);
  if (!found) throw new Error(`no operation ${name} is priced`);
  return found;
};

/** A quantity of one operation. */
const oneOf = ({ quantities }: OperationCost, name: keyof Quantities): number => (quantities[name] ?? 0) / 1e6;

/** Seconds that one invocation takes. */
const secondsOf = (operation: OperationCost, megabytes: number): number => oneOf(operation, 'GB-second') / (megabytes / 1024);

const rounded = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en');

/** The reads of one poll in the partition that all pollers of a tenant share. */
const unitsOfRevision = 1;

/** Runtimes that ask for their configuration, which is unchanged. */
export function polling(runtimes: number, operations: readonly OperationCost[], deployed: DeployedLimits): Load {
  const poll = operationOf(operations, 'poll, unchanged, with its contact');
  const { pollSeconds } = deployed;
  const rate = runtimes / pollSeconds;
  const [seconds, reads, writes] = [secondsOf(poll, deployed.directorMemory), oneOf(poll, 'read unit'), oneOf(poll, 'write unit')];
  const ofTenant = deployed.runtimesOfTenant.most / pollSeconds;
  return {
    title: `${rounded(runtimes)} Runtimes that poll every ${pollSeconds} seconds`,
    counted: [
      `${rounded(rate)} polls a second; one takes ${rounded(1000 * seconds)} ms, ${rounded(reads)} read units and ${rounded(writes)} write units on average.`,
      `Rows of a tenant are those of one with ${rounded(deployed.runtimesOfTenant.most)} Runtimes.`,
    ],
    shares: [
      {
        amount: runtimes,
        things: 'Runtimes',
        uses: [
          { limit: deployed.requests, used: rate },
          ofService('gateway requests', rate),
          ofService('invocations', rate),
          ofService('concurrent executions', rate * seconds),
          ofService('read units of a table', rate * reads),
          ofService('write units of a table', rate * writes),
        ],
      },
      {
        amount: deployed.runtimesOfTenant.most,
        things: 'Runtimes of a tenant',
        uses: [{ limit: deployed.tenantRequests, used: ofTenant }, ofService('read units of a partition', ofTenant * unitsOfRevision)],
      },
    ],
    dollars: (rate * secondsPerMonth * poll.dollars) / 1e6,
    billed: 'a month',
  };
}

/** Requests of one tenant that registers Applications as fast as it may. */
export function registering(applications: number, operations: readonly OperationCost[], deployed: DeployedLimits): Load {
  const registration = operationOf(operations, 'register an Application');
  const rate = deployed.tenantRequests.most;
  const writes = oneOf(registration, 'write unit');
  return {
    title: `${rounded(applications)} Applications that one tenant registers`,
    counted: [
      `At ${rounded(rate)} a second they take ${rounded(applications / rate / 60)} minutes; one takes 1 transaction of ${rounded(writes)} write units, of which 1 goes into the listing of the tenant.`,
      'Reading one, a page, a poll and a registration cost the same beside 10 and beside 100,000: `npm run budget -- --scale`.',
    ],
    shares: [
      {
        amount: applications,
        things: 'Applications of a tenant',
        uses: [{ limit: deployed.applicationsOfTenant, used: applications }],
      },
      {
        amount: rate,
        things: 'registrations a second of a tenant',
        uses: [{ limit: deployed.tenantRequests, used: rate }, ofService('write units of a partition', rate)],
      },
      {
        amount: rate,
        things: 'registrations a second',
        uses: [
          ofService('write units of a table', rate * writes),
          ofService('events', rate * oneOf(registration, 'event')),
          ofService('concurrent executions', rate * secondsOf(registration, deployed.directorMemory)),
        ],
      },
    ],
    dollars: (applications * registration.dollars) / 1e6,
    billed: 'once; they cost nothing by being there but their storage',
  };
}

/** One attempt as docs/data-model.md counts it, in a batch of ten that succeed. */
export const attempt = { roundTrips: 3, readUnits: 1, writeUnits: 9 } as const;

/** Seconds that a host takes to answer a webhook. */
const answerSeconds = 0.5;

/** Writes of one attempt that take and give back the lease of its host. */
const leaseWrites = 2;

/** A send, a receive and a delete, ten messages each. */
const queueRequests = 0.3;

const ofHost = { of: 'host of webhooks', remedy: 'fixed: more hosts' } as const;

/** Deliveries to webhooks that succeed at once. */
export function delivering(rate: number, hosts: number, deployed: DeployedLimits): Load {
  const seconds = answerSeconds + (attempt.roundTrips * assumptions.call.millisecondsPerRoundTrip) / 1000;
  const invocations = rate / deployed.deliveriesAtOnce;
  const workers = invocations * seconds;
  const perHost = rate / hosts;
  const one: Quantities = {
    invocation: 1 / deployed.deliveriesAtOnce,
    'GB-second': ((deployed.dispatcherMemory / 1024) * seconds) / deployed.deliveriesAtOnce,
    'read unit': attempt.readUnits,
    'write unit': attempt.writeUnits,
    'queue request': queueRequests,
    'GB of logs': assumptions.call.functionLogBytes / 1e9,
    'GB sent': assumptions.call.answerBytes / 1e9,
  };
  return {
    title: `${rounded(rate)} deliveries a second`,
    counted: [
      `One attempt is ${attempt.roundTrips} round trips, ${attempt.readUnits} read unit and ${attempt.writeUnits} write units; ${deployed.deliveriesAtOnce} share an invocation, which waits ${rounded(seconds)} s for hosts that answer in ${answerSeconds} s.`,
      `Rows of a host are those of ${rounded(hosts)} hosts that share the deliveries. At worst each delivery has an event of its own.`,
    ],
    shares: [
      {
        amount: rate,
        things: 'deliveries a second',
        uses: [
          { limit: deployed.dispatchers, used: workers },
          ofService('concurrent executions', workers),
          ofService('invocations', invocations),
          ofService('read units of a table', rate * attempt.readUnits),
          ofService('write units of a table', rate * attempt.writeUnits),
          ofService('events', rate),
          ofService('messages in flight', rate * seconds),
        ],
      },
      {
        amount: perHost,
        things: 'deliveries a second to a host',
        uses: [
          { limit: deployed.endpointCalls, used: perHost * answerSeconds },
          { limit: { ...serviceQuota('write units of a partition'), ...ofHost }, used: perHost * leaseWrites },
        ],
      },
    ],
    dollars: rate * secondsPerMonth * sumOf(one),
    billed: 'a month',
  };
}
