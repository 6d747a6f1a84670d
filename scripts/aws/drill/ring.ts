import { type CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { onInterruption } from '../on-interruption.ts';
import type { DrilledAlarm } from './alarms.ts';
import { awaitPublished } from './published.ts';

export interface DrillLine {
  readonly verdict: 'ok' | 'note' | 'FAIL';
  readonly alarm: DrilledAlarm;
  readonly what: string;
}

interface Drill {
  readonly alarms: readonly DrilledAlarm[];
  /** Headings of the runbook. */
  readonly sections: ReadonlySet<string>;
  /** Time for CloudWatch to note what it published. */
  readonly patienceMs: number;
  readonly say: (progress: string) => void;
}

const reason = 'Drill: npm run aws -- drill';

/** Rings alarms all together, and ends them, whatever happens in between. An alarm that rings already is left alone. */
export async function ringAlarms(client: CloudWatchClient, drill: Drill): Promise<DrillLine[]> {
  const { alarms, patienceMs, say } = drill;
  const quiet = alarms.filter(({ state, enabled }) => state !== 'ALARM' && enabled);
  const since = new Date();
  const rung: DrilledAlarm[] = [];
  const end = async () => {
    for (const { name } of rung.splice(0)) await setState(client, name, 'OK');
  };
  const stopListening = onInterruption(end);
  try {
    for (const alarm of quiet) {
      rung.push(alarm);
      await setState(client, alarm.name, 'ALARM');
      if (rung.length % 10 === 0) say(`${rung.length} of ${quiet.length} ring`);
    }
    say(`${quiet.length} ring; waiting for CloudWatch to note what it published`);
    const published = await awaitPublished(
      client,
      quiet.map(({ name }) => name),
      { since, patienceMs },
    );
    return alarms.map((alarm) => lineOf(alarm, published.get(alarm.name), drill.sections));
  } finally {
    say('ending the drill');
    await end();
    stopListening();
  }
}

const setState = (client: CloudWatchClient, AlarmName: string, StateValue: 'ALARM' | 'OK') =>
  client.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: reason }));

function lineOf(alarm: DrilledAlarm, published: true | string | undefined, sections: ReadonlySet<string>): DrillLine {
  const { section, enabled, state, closesItself } = alarm;
  if (!section || !sections.has(section)) return { alarm, verdict: 'FAIL', what: 'its description names no section of the runbook' };
  const where = `docs/runbook.md#${section}`;
  if (!enabled) return { alarm, verdict: 'FAIL', what: `its actions are switched off: aws cloudwatch enable-alarm-actions; ${where}` };
  if (state === 'ALARM') return { alarm, verdict: 'note', what: `rings already, in earnest: ${where}` };
  if (typeof published === 'string') return { alarm, verdict: 'FAIL', what: `${published}; docs/runbook.md#alarms-undelivered` };
  const afterwards = closesItself ? '' : '; a pager must be closed by hand';
  if (published) return { alarm, verdict: 'ok', what: `published: ${where}${afterwards}` };
  return { alarm, verdict: 'note', what: `rung, and CloudWatch has not said what it published: ${where}${afterwards}` };
}
