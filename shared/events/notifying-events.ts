import * as z from 'zod';
import { detailSchema } from './domain-event.ts';

/** Events that change the configuration of an Application or require its action. Its webhooks receive them. */
export const notifyingDetailTypes = [
  'RuntimeConnected',
  'RuntimeEventingUrlChanged',
  'DefaultEventingChanged',
  'FormationAssigned',
  'FormationUnassigned',
  'BundleInstanceAuthRequested',
  'BundleInstanceAuthDeletionRequested',
] as const;

const envelope = <T extends (typeof notifyingDetailTypes)[number]>(detailType: T) =>
  z.object({ 'detail-type': z.literal(detailType), detail: detailSchema(detailType) });

/** Such an event in the envelope that EventBridge sends to a queue. */
export const notifyingEventSchema = z.discriminatedUnion('detail-type', [
  envelope('RuntimeConnected'),
  envelope('RuntimeEventingUrlChanged'),
  envelope('DefaultEventingChanged'),
  envelope('FormationAssigned'),
  envelope('FormationUnassigned'),
  envelope('BundleInstanceAuthRequested'),
  envelope('BundleInstanceAuthDeletionRequested'),
]);

export type NotifyingEvent = z.infer<typeof notifyingEventSchema>;
