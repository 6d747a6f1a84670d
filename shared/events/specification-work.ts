import * as z from 'zod';
import { detailSchema } from './domain-event.ts';

/** Such events in the envelope that EventBridge sends to a queue. */
export const fetchRequestedSchema = z.object({
  'detail-type': z.literal('SpecificationFetchRequested'),
  detail: detailSchema('SpecificationFetchRequested'),
});

/** Events after which objects in the bucket of specifications can be deleted. */
export const cleaningDetailTypes = ['SpecificationReleased', 'ApplicationUnregistered'] as const;

export const cleaningEventSchema = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('SpecificationReleased'), detail: detailSchema('SpecificationReleased') }),
  z.object({ 'detail-type': z.literal('ApplicationUnregistered'), detail: detailSchema('ApplicationUnregistered') }),
]);
