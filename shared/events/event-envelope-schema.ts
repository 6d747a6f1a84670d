import * as z from 'zod';
import { detailSchema } from './domain-event.ts';
import { type DetailType, sourceOf } from './event-catalogue.ts';

/** The JSON Schema of a whole bus event as EventBridge's schema registry takes it, which knows draft 4 and makes code bindings of it. */
export function eventEnvelopeSchema(detailType: DetailType): object {
  const source = sourceOf(detailType);
  const envelope = z.object({
    version: z.string(),
    id: z.string(),
    'detail-type': z.literal(detailType),
    source: z.literal(source),
    account: z.string(),
    time: z.iso.datetime(),
    region: z.string(),
    resources: z.array(z.string()),
    detail: detailSchema(detailType),
  });
  return {
    title: detailType,
    'x-amazon-events-detail-type': detailType,
    'x-amazon-events-source': source,
    ...z.toJSONSchema(envelope, { target: 'draft-4', io: 'input' }),
  };
}
