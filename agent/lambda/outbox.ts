import * as z from 'zod';
import type { AgentTable, Item } from './agent-table.ts';
import type { Announce } from './announce.ts';
import { announcementSchema } from './application-events.ts';
import { slicesOf } from './slices.ts';
import { contentPartition, partitions } from './table-layout.ts';

/** Work that follows a change of the view. It stays in the table until it is done, so that a crash repeats it. */
const entrySchema = z.object({
  pk: z.string(),
  sk: z.string(),
  /** The Application of which contents may be left that do not count. */
  id: z.string(),
  announcement: announcementSchema.optional(),
});
type Entry = z.infer<typeof entrySchema>;

/** Entries of one Application follow each other by their age. */
export const outboxEntry = (id: string, announcement?: Entry['announcement']): Item => ({
  pk: partitions.outbox,
  sk: `${id}#${announcement === undefined ? 'begun' : String(announcement.revision).padStart(16, '0')}`,
  id,
  ...(announcement && { announcement }),
});

/** Entries that are worked off before they are removed together. */
const chunkSize = 50;

interface Outbox {
  readonly table: AgentTable;
  readonly announce: Announce;
  /** The content that counts of an Application; undefined if it is gone. */
  readonly contentOf: (id: string) => string | undefined;
  readonly signal: AbortSignal;
}

/** Puts the events of all entries, and deletes contents that do not count. At least once for each entry. */
export async function workOff({ table, announce, contentOf, signal }: Outbox): Promise<void> {
  const entries = (await table.query(partitions.outbox)).map((item) => entrySchema.parse(item));
  for (const chunk of slicesOf(entries, chunkSize)) {
    await announce(chunk.flatMap(({ announcement }) => announcement ?? []));
    for (const id of new Set(chunk.map((entry) => entry.id))) {
      signal.throwIfAborted();
      await tidyUp(table, id, contentOf(id));
    }
    await table.write(chunk.map(({ pk, sk }) => table.delete(pk, sk)));
  }
}

async function tidyUp(table: AgentTable, id: string, content: string | undefined): Promise<void> {
  const keys = await table.query(contentPartition(id), ['pk', 'sk']);
  const left = keys.filter(({ sk }) => content === undefined || !sk.startsWith(`${content}#`));
  for (const chunk of slicesOf(left, chunkSize)) await table.write(chunk.map(({ pk, sk }) => table.delete(pk, sk)));
}
