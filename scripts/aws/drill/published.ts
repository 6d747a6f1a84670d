import { setTimeout as pause } from 'node:timers/promises';
import { type AlarmHistoryItem, type CloudWatchClient, paginateDescribeAlarmHistory } from '@aws-sdk/client-cloudwatch';

const intervalMs = 2000;

/** Outcomes by the names of alarms: `true`, or the reason why an alarm was not published. Alarms without an entry in the history are missing. */
export type Published = ReadonlyMap<string, true | string>;

interface Wait {
  readonly since: Date;
  readonly patienceMs: number;
}

/** Waits until CloudWatch has noted for each alarm whether it could publish it. */
export async function awaitPublished(client: CloudWatchClient, names: readonly string[], { since, patienceMs }: Wait): Promise<Published> {
  for (const deadline = Date.now() + patienceMs; ; await pause(intervalMs)) {
    const published = await readPublished(client, since);
    if (names.every((name) => published.has(name)) || Date.now() >= deadline) return published;
  }
}

async function readPublished(client: CloudWatchClient, since: Date): Promise<Published> {
  const published = new Map<string, true | string>();
  const query = { HistoryItemType: 'Action', StartDate: since, EndDate: new Date(), MaxRecords: 100 } as const;
  for await (const { AlarmHistoryItems = [] } of paginateDescribeAlarmHistory({ client }, query)) {
    for (const item of AlarmHistoryItems) note(published, item);
  }
  return published;
}

/** The beginning and the end of an alarm have an entry each; a failure of either counts. */
function note(published: Map<string, true | string>, { AlarmName = '', HistorySummary = '' }: AlarmHistoryItem): void {
  if (/^Successfully executed/.test(HistorySummary)) published.set(AlarmName, published.get(AlarmName) ?? true);
  else published.set(AlarmName, HistorySummary);
}
