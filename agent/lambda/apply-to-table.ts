import * as z from 'zod';
import { messageOf } from '../agent-error.ts';
import { type RuntimeView, revisionSchema } from '../control-plane/runtime-view.ts';
import type { StoredJson } from '../state/stored-json.ts';
import type { ApplyApplications } from '../sync/apply-applications.ts';
import { type AgentTable, type Item, maxWrites } from './agent-table.ts';
import type { Announce } from './announce.ts';
import { outboxEntry, workOff } from './outbox.ts';
import { slicesOf } from './slices.ts';
import { contentPartition, type Head, partitions, partKey } from './table-layout.ts';
import { type ViewChange, viewChanges } from './view-changes.ts';

/** The record of the revision that was applied completely. Absent while a view is applied. */
export const appliedNoteSchema = z.object({ runtimeId: z.string(), revision: revisionSchema, count: z.int().nonnegative() });

export interface TableApplying {
  readonly table: AgentTable;
  readonly note: StoredJson<z.infer<typeof appliedNoteSchema>>;
  readonly announce: Announce;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Bytes of one transaction, of the 4 MB that DynamoDB takes. */
const maxTransactionBytes = 3_000_000;

/**
 * Writes the given view to the table. A head moves in one step from one content to the next, with the entry of the outbox that announces it. The
 * revision is recorded last, once everything is written and announced, and removed before the first change: after a crash the view is fetched again.
 */
export function applyToTable(applying: TableApplying): ApplyApplications {
  return async (view) => {
    const changes: ViewChange[] = [];
    try {
      await applyAll(view, applying, changes);
      return { changes: changes.map(subjectOf), problems: [] };
    } catch (error) {
      return { changes: changes.map(subjectOf), problems: [messageOf(error)] };
    }
  };
}

const subjectOf = ({ kind, head: { id, name } }: ViewChange) => ({ kind, subject: { id, name } });

async function applyAll({ revision, ...view }: RuntimeView, applying: TableApplying, done: ViewChange[]): Promise<void> {
  const { table, note, announce, now, signal } = applying;
  const heads = new Map((await table.query(partitions.heads)).map((item) => [item.sk, headSchema.parse(item)]));
  const changes = viewChanges(view, heads, now());
  if (changes.length > 0) await note.clear();
  for (const group of groupsOf(changes)) {
    signal.throwIfAborted();
    await writeLongContents(table, group);
    await table.write(group.flatMap((change) => writesOf(table, change)));
    for (const { kind, head } of group) kind === 'removed' ? heads.delete(head.id) : heads.set(head.id, head);
    done.push(...group);
  }
  await workOff({ table, announce, contentOf: (id) => heads.get(id)?.content, signal });
  if (revision === undefined) await note.clear();
  else await note.save({ runtimeId: view.runtimeId, revision, count: heads.size });
}

const headSchema: z.ZodType<Head> = z.object({
  id: z.string(),
  name: z.string(),
  authIds: z.array(z.string()),
  revision: z.int(),
  content: z.string(),
  parts: z.int(),
  bytes: z.int(),
  digest: z.string(),
  updatedAt: z.string(),
});

/** Content, head and entry of the outbox. */
const writesPerChange = 3;
const maxChanges = Math.floor(maxWrites / writesPerChange);

/** Changes that fit in one transaction. Contents of several parts are written before it. */
function groupsOf(changes: readonly ViewChange[]): ViewChange[][] {
  const groups: ViewChange[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const group = groups.at(-1);
    const size = isLong(change) ? 0 : change.head.bytes;
    if (group && group.length < maxChanges && bytes + size <= maxTransactionBytes) {
      group.push(change);
      bytes += size;
    } else {
      groups.push([change]);
      bytes = size;
    }
  }
  return groups;
}

const isLong = ({ parts }: ViewChange): boolean => parts.length > 1;

function writesOf(table: AgentTable, change: ViewChange) {
  const { kind, head } = change;
  const { id, name, revision, updatedAt } = head;
  const announcement = outboxEntry(id, { kind, id, name, revision, at: updatedAt });
  if (kind === 'removed') return [table.delete(partitions.heads, id), table.put(announcement)];
  const contents = isLong(change) ? [] : partItems(change).map((item) => table.put(item));
  return [...contents, table.put({ pk: partitions.heads, sk: id, ...head }), table.put(announcement)];
}

const partItems = ({ head, parts }: ViewChange): Item[] =>
  parts.map((json, position) => ({ pk: contentPartition(head.id), sk: partKey(head.content, position), json }));

/** Until the head moves, readers do not see them; an entry of the outbox lets them be deleted if it never does. */
async function writeLongContents(table: AgentTable, group: readonly ViewChange[]): Promise<void> {
  for (const change of group.filter(isLong)) {
    await table.write([table.put(outboxEntry(change.head.id))]);
    for (const slice of slicesOf(partItems(change), partsPerWrite)) await table.write(slice.map((item) => table.put(item)));
  }
}

/** Parts of 300 KB at most, so that they fit in one transaction. */
const partsPerWrite = 10;
