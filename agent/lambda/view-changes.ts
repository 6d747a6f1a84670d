import { createHash, randomUUID } from 'node:crypto';
import type { Application } from '../control-plane/application.ts';
import type { RuntimeView } from '../control-plane/runtime-view.ts';
import type { ChangeKind } from './application-events.ts';
import { type Head, partsOf } from './table-layout.ts';

/** A change of one Application of the view. */
export interface ViewChange {
  readonly kind: ChangeKind;
  /** The new head, or the last one of an Application that is gone. */
  readonly head: Head;
  readonly parts: readonly string[];
}

/** Compares a fetched view with the heads that are there. Applications that are withheld keep what is there of them. */
export function viewChanges({ applications, withheld = [] }: RuntimeView, heads: ReadonlyMap<string, Head>, now: Date): ViewChange[] {
  const kept = new Set([...applications, ...withheld].map(({ id }) => id));
  const removed = [...heads.values()].filter(({ id }) => !kept.has(id));
  return [
    ...removed.map(
      (head): ViewChange => ({
        kind: 'removed',
        head: { ...head, revision: nextRevision(head, now), updatedAt: now.toISOString() },
        parts: [],
      }),
    ),
    ...applications.flatMap((application) => changeOf(application, heads.get(application.id), now)),
  ];
}

function changeOf(application: Application, before: Head | undefined, now: Date): ViewChange[] {
  const text = JSON.stringify(application);
  const digest = createHash('sha256').update(text).digest('hex');
  if (before?.digest === digest) return [];
  const parts = partsOf(text);
  const head: Head = {
    id: application.id,
    name: application.name,
    authIds: authIdsOf(application),
    revision: nextRevision(before, now),
    content: randomUUID(),
    parts: parts.length,
    bytes: Buffer.byteLength(text),
    digest,
    updatedAt: now.toISOString(),
  };
  return [{ kind: before === undefined ? 'added' : 'changed', head, parts }];
}

/** Grows also over a removal, after which nothing is known of the Application: by the time in milliseconds. */
const nextRevision = (before: Head | undefined, now: Date): number => Math.max((before?.revision ?? 0) + 1, now.getTime());

function authIdsOf({ auths }: Application): string[] {
  if (!Array.isArray(auths)) return [];
  return auths.flatMap((auth: { id?: unknown } | null) => (typeof auth?.id === 'string' ? [auth.id] : []));
}
