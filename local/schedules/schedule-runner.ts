import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, seconds } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { FunctionHost } from '../functions/function-host.ts';
import { Refusal } from '../refusal.ts';
import { type Repeated, repeat } from '../repeated.ts';
import { account, region } from '../template/local-identities.ts';
import type { LocalSchedule } from '../template/local-system.ts';

const secondsPerUnit: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** Reads `rate(1 minute)` or `rate(5 minutes)` as seconds. */
export function rateInSeconds(expression: string): number {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const seconds = Number(count) * (secondsPerUnit[unit] ?? 0);
  if (seconds < 1) throw new Refusal(`The schedule ${expression} is of a kind that the one-machine runner does not know: it knows rates.`);
  return seconds;
}

/** Seconds from the beginning of a run to that of the next; shorter than the minute of a deployment, so that effects show soon. */
const maxIntervalSeconds = 5;

/** Milliseconds between two runs at least, of which the first took longer than its interval. */
const minPause = seconds(1);

interface Runner {
  readonly schedule: LocalSchedule;
  readonly functions: FunctionHost;
  readonly clock: Clock;
}

/** Runs a scheduled function at its rate, or every 5 seconds where that is sooner; never twice at the same time. */
export function runSchedule({ schedule, functions, clock }: Runner): Repeated {
  const interval = seconds(Math.min(rateInSeconds(schedule.expression), maxIntervalSeconds));
  let begun = clock().getTime();
  return repeat(
    async () => {
      begun = clock().getTime();
      await functions.invoke(schedule.functionArn, scheduledEvent(schedule, clock()));
    },
    // A rate counts from one beginning to the next, however long a run takes.
    (signal) => pause(Math.max(minPause, begun + interval - clock().getTime()), undefined, { signal }),
  );
}

/** The event that EventBridge sends to the target of a scheduled rule. */
const scheduledEvent = ({ ruleArn }: LocalSchedule, now: Date) => ({
  version: '0',
  id: newId(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: `${now.toISOString().slice(0, 19)}Z`,
  region,
  resources: [ruleArn],
  detail: {},
});
