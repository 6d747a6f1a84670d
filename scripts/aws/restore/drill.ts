import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#local/refusal.ts';
import type { EndedCredential } from '#shared/certificates/revocation/replay-revocations.ts';
import type { StageOfCommand } from '../stage.ts';
import { readJournal } from './journal.ts';
import { changesOf } from './put-back.ts';
import { countingStill, replayInto } from './replay.ts';
import { dropTable, restoreBeside } from './side-table.ts';

export interface DrillWish {
  /** Absent: the latest time possible. */
  readonly to: Date | undefined;
  /** Leaves the restored table where it is. */
  readonly keep: boolean;
  /** Time since which the journal is read if `to` is absent. */
  readonly now: Date;
  readonly say: (line: string) => void;
}

export const tableOf = (prefix: string): string => `${prefix}-control-plane`;

/** The latest time to which a table can be restored is about five minutes ago; a quarter of an hour is certainly before it. */
const latestMs = 900_000;

const stampOf = (at: Date): string =>
  at
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .toLowerCase();

/** Restores the table beside the present one, ends there what has ended since, and says what a restore would change. The present table stays as it is. */
export async function drillRestore({ prefix, clients }: StageOfCommand, { to, keep, now, say }: DrillWish): Promise<string> {
  const base = new DynamoDBClient(clients);
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const [present, restored] = [tableOf(prefix), `${tableOf(prefix)}-restored-${stampOf(now)}`];
  const since = to ?? new Date(now.getTime() - latestMs);
  // Read before anything is made: without it there is nothing to restore safely.
  const before = await readJournal(clients, prefix, since);
  say(`Restoring ${present} to ${to?.toISOString() ?? 'the latest time'}, as ${restored}.`);
  await restoreBeside(base, { source: present, target: restored, to, say });
  try {
    say(`Restored. The journal has ${before.length} ends of credentials since ${since.toISOString()}.`);
    await endAgain(client, restored, await readJournal(clients, prefix, since), say);
    for (const [type, count] of await countedByType(changesOf(client, { restored, present }))) say(`  ${type}: ${count}`);
  } finally {
    if (keep) say(`Kept: ${restored}`);
    else await dropTable(base, restored);
  }
  return restored;
}

/** Ends credentials in a table, and refuses one in which any of them counts afterwards. */
export async function endAgain(
  client: DynamoDBDocumentClient,
  table: string,
  ended: readonly EndedCredential[],
  say: DrillWish['say'],
): Promise<void> {
  const { deleted, revoked } = await replayInto(client, table, ended);
  const counting = await countingStill(client, table, ended);
  if (counting.length > 0)
    throw new Refusal(`These credentials would count again in ${table}: ${counting.map(({ authId }) => authId).join(', ')}`);
  say(`Ended again in ${table}: ${deleted} credentials and ${revoked} single certificates; the others had ended there, or are unknown.`);
}

async function countedByType(changes: ReturnType<typeof changesOf>): Promise<Map<string, string>> {
  const counts = new Map<string, { put: number; gone: number }>();
  for await (const { type, item } of changes) {
    const count = counts.get(type) ?? { put: 0, gone: 0 };
    counts.set(type, item ? { ...count, put: count.put + 1 } : { ...count, gone: count.gone + 1 });
  }
  return new Map([...counts].map(([type, { put, gone }]) => [type, `${put} would be as they were, ${gone} would go`]));
}
