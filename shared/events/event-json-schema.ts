import * as z from 'zod';
import { detailSchema } from './domain-event.ts';
import { type DetailType, eventCatalogue, sourceOf } from './event-catalogue.ts';

export const detailTypes = Object.keys(eventCatalogue) as DetailType[];

/** The JSON Schema of an event's `detail`. It allows more properties than it lists: later versions may add some. */
export function eventJsonSchema(detailType: DetailType): object {
  return {
    title: detailType,
    description: `The detail of a bus event with source "${sourceOf(detailType)}" and detail type "${detailType}".`,
    ...z.toJSONSchema(detailSchema(detailType), { target: 'draft-7', io: 'input' }),
  };
}
