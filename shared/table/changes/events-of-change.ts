import * as z from 'zod';
import { AppError } from '#shared/core/errors.ts';
import type { DomainEvent } from '#shared/events/domain-event.ts';
import { sourceOf } from '#shared/events/event-catalogue.ts';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { eventIdOf } from '#shared/events/event-id.ts';
import type { Change } from './change.ts';
import { itemReaders } from './item-readers.ts';

/** The common attributes of all entities with events. */
const entityImage = z.object({ tenant: z.string(), version: z.number(), changedBy: z.string() });

/** Derives the domain events of a committed change. Throws InternalError for a change of an item that does not match its schema. */
export function eventsOf(change: Change): DomainEvent[] {
  if (change.expired) return [];
  const image = change.after ?? change.before;
  const type = String(image?.type);
  const read = Object.hasOwn(itemReaders, type) ? itemReaders[type] : undefined;
  if (!read) throw new AppError('InternalError', 'a change of an unknown type of item', { details: { type, change: change.id } });
  try {
    return read(change.before, change.after).map((draft) => eventOf(draft, change));
  } catch (cause) {
    throw new AppError('InternalError', 'a change of an item that does not match its schema', {
      details: { type, change: change.id },
      cause,
    });
  }
}

function eventOf({ detailType, data, key, changeId }: EventDraft, change: Change): DomainEvent {
  const { tenant, version, changedBy } = entityImage.parse(change.after ?? change.before);
  const metadata = {
    eventId: eventIdOf(changeId ?? change.id, detailType, key),
    schemaVersion: 1 as const,
    tenant,
    // A deletion has the version after the last one. The old image names the actor of the last change, not of the deletion.
    entityVersion: change.after ? version : version + 1,
    occurredAt: change.occurredAt,
    actor: change.after ? changedBy : null,
  };
  return { source: sourceOf(detailType), detailType, detail: { metadata, data } } as DomainEvent;
}
