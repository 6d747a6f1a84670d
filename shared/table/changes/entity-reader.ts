import type * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import type { Image } from './change.ts';

/** Derives the events of a change of one type of entity. Throws if an image lacks a required attribute. */
export type EntityReader = (before: Image | undefined, after: Image | undefined) => EventDraft[];

export interface Lifecycle<T> {
  readonly created: (after: T) => EventDraft[];
  readonly changed: (before: T, after: T) => EventDraft[];
  readonly deleted: (before: T) => EventDraft[];
}

/** Reads both images by a schema of the attributes that the events need. */
export function entityReader<S extends z.ZodType>(schema: S, lifecycle: Lifecycle<z.infer<S>>): EntityReader {
  return (before, after) => {
    if (before && after) return lifecycle.changed(schema.parse(before), schema.parse(after));
    if (after) return lifecycle.created(schema.parse(after));
    return before ? lifecycle.deleted(schema.parse(before)) : [];
  };
}

/** Internal items, whose changes raise no events. */
export const noEvents: EntityReader = () => [];
