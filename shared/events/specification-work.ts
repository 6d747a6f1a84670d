import * as z from 'zod';
import { detailSchema } from './domain-event.ts';

const waitedSchema = z.object({
  /** Number of waits. */
  times: z.number(),
  /** Attempts that were made before. */
  attempts: z.number(),
  since: z.iso.datetime(),
});

export type Waited = z.output<typeof waitedSchema>;

/** Such events in the envelope that EventBridge sends to a queue. */
export const fetchRequestedSchema = z.object({
  'detail-type': z.literal('SpecificationFetchRequested'),
  detail: detailSchema('SpecificationFetchRequested'),
  /** Set in the copy of the message by which a fetch waits for its endpoint. */
  waited: waitedSchema.optional(),
});

export type FetchRequested = z.output<typeof fetchRequestedSchema>;

/** Events after which objects in the bucket of specifications can be deleted. */
export const cleaningDetailTypes = ['SpecificationReleased', 'ApplicationUnregistered'] as const;

export const cleaningEventSchema = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('SpecificationReleased'), detail: detailSchema('SpecificationReleased') }),
  z.object({ 'detail-type': z.literal('ApplicationUnregistered'), detail: detailSchema('ApplicationUnregistered') }),
]);
